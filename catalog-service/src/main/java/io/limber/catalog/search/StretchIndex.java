package io.limber.catalog.search;

import io.limber.catalog.stretch.Stretch;
import io.limber.catalog.vocabulary.Codes;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.SingleInstanceLockFactory;

/**
 * One owner's stretches in memory, to be searched. What it shows never changes; a change makes a new one, which shares with it
 * what stayed. Only the newest may be changed, by one thread at a time. It holds nothing but memory and need not be closed.
 */
public final class StretchIndex {
    private static final double BUFFER_MEGABYTES = 8;
    private static final int MANY = 1000;

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

    /** An index of nothing yet. */
    public static StretchIndex empty(Codes codes, boolean isGlobal) {
        try {
            IndexWriter writer = new IndexWriter(
                    new ByteBuffersDirectory(
                            new SingleInstanceLockFactory(),
                            ByteBuffersDataOutput::new,
                            ByteBuffersDirectory.OUTPUT_AS_ONE_BUFFER),
                    new IndexWriterConfig(Fields.perField()).setRAMBufferSizeMB(BUFFER_MEGABYTES));
            writer.commit();
            return new StretchIndex(writer, DirectoryReader.open(writer.getDirectory()), new Indexing(codes), isGlobal);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A change of this, which does not show here. */
    public Edit edit() {
        return new Edit();
    }

    IndexReader reader() {
        return reader;
    }

    /** A change, made up of any number of them. To make one again that was broken off does no harm. */
    public final class Edit {
        private int puts;

        private Edit() {}

        /** Adds a stretch or replaces it. */
        public void put(Stretch stretch) {
            try {
                writer.updateDocument(new Term(Fields.ID, stretch.id()), indexing.document(stretch, isGlobal));
                puts++;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Takes out a stretch, if it is there. */
        public void remove(String id) {
            try {
                writer.deleteDocuments(new Term(Fields.ID, id));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The index with all of it. */
        public StretchIndex done() {
            try {
                if (puts >= MANY) {
                    // One part is searched faster than several; after small changes the writer sees to it when it pays.
                    writer.forceMerge(1);
                }
                writer.commit();
                DirectoryReader next = DirectoryReader.openIfChanged(reader);
                return next == null ? StretchIndex.this : new StretchIndex(writer, next, indexing, isGlobal);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
