package io.limber.catalog.search;

import io.limber.catalog.stretch.Stretch;
import io.limber.catalog.vocabulary.Codes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * One owner's stretches in memory, to be searched. What it shows never changes; a change makes a new one, which shares with it
 * what stayed. Only the newest may be changed, by one thread at a time. It holds nothing but memory and need not be closed.
 */
public final class StretchIndex {
    private static final double BUFFER_MEGABYTES = 8;

    private final IndexWriter writer;
    private final DirectoryReader reader;
    private final Indexing indexing;
    private final boolean isGlobal;

    private StretchIndex(IndexWriter writer, DirectoryReader reader, Indexing indexing, boolean isGlobal) {
        this.writer = writer;
        this.reader = reader;
        this.indexing = indexing;
        this.isGlobal = isGlobal;
    }

    /** An index of these; they are taken one after the other. */
    public static StretchIndex of(Codes codes, boolean isGlobal, Stream<Stretch> stretches) {
        try {
            Indexing indexing = new Indexing(codes);
            IndexWriter writer = new IndexWriter(
                    new ByteBuffersDirectory(),
                    new IndexWriterConfig(Fields.perField()).setRAMBufferSizeMB(BUFFER_MEGABYTES));
            stretches.forEach(stretch -> put(writer, indexing.document(stretch, isGlobal), stretch.id()));
            writer.commit();
            return new StretchIndex(writer, DirectoryReader.open(writer.getDirectory()), indexing, isGlobal);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with these added or replaced, and without those. */
    public StretchIndex with(Collection<Stretch> changed, Collection<String> gone) {
        try {
            for (Stretch stretch : changed) {
                put(writer, indexing.document(stretch, isGlobal), stretch.id());
            }
            for (String id : gone) {
                writer.deleteDocuments(new Term(Fields.ID, id));
            }
            writer.commit();
            DirectoryReader next = DirectoryReader.openIfChanged(reader);
            return next == null ? this : new StretchIndex(writer, next, indexing, isGlobal);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    IndexReader reader() {
        return reader;
    }

    private static void put(IndexWriter writer, org.apache.lucene.document.Document document, String id) {
        try {
            writer.updateDocument(new Term(Fields.ID, id), document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
