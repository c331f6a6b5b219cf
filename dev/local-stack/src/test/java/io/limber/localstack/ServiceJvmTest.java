package io.limber.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ServiceJvmTest {

    @ParameterizedTest
    @EnumSource(Service.class)
    void javaTakesTheImagesOptionsAndKeepsToTheirMemory(Service service) throws Exception {
        var printed = printed(ServiceJvm.asInImages(service).flags());

        var heap = printed.lines()
                .filter(line -> line.contains(" MaxHeapSize "))
                .map(line -> line.replaceAll(".* = (\\d+) .*", "$1").strip())
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow(() -> new AssertionError(printed));
        assertThat(heap >> 20).isBetween(140L, 206L);
        assertThat(printed).containsPattern("UseSerialGC .* = true");
    }

    private static String printed(List<String> flags) throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-XX:+PrintFlagsFinal", "-version"));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }
}
