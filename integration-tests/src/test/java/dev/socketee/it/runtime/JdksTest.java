package dev.socketee.it.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdksTest {

  @TempDir Path folder;

  @Test
  void java_severalThatAreNewEnough_isTheOldest() throws IOException {
    Jdks jdks = new Jdks(List.of(jdk("25.0.3"), jdk("17.0.15"), jdk("21"), jdk("1.8.0_412")));

    assertThat(jdks.java(21)).contains(folder.resolve("21/bin/java"));
    assertThat(jdks.java(22)).contains(folder.resolve("25.0.3/bin/java"));
    assertThat(jdks.java(8)).contains(folder.resolve("17.0.15/bin/java"));
  }

  @Test
  void java_noneThatIsNewEnough_isNone() throws IOException {
    Path broken = Files.createDirectories(folder.resolve("broken"));

    assertThat(new Jdks(List.of(jdk("17.0.15"), broken, folder.resolve("gone"))).java(21))
        .isEmpty();
  }

  @Test
  void ofThisMachine_namedByVariable_isFound() throws IOException {
    Map<String, String> environment =
        Map.of("JAVA_HOME_999_X64", jdk("999.0.1").toString(), "JAVA_HOME_998", "");

    assertThat(Jdks.ofThisMachine(environment, folder).java(999))
        .contains(folder.resolve("999.0.1/bin/java"));
  }

  @Test
  void ofThisMachine_ofMavenOrOfTheUser_isFound() throws IOException {
    Path user = Files.createDirectories(folder.resolve("user"));
    Files.createDirectory(user.resolve(".m2"));
    Files.writeString(
        user.resolve(".m2/toolchains.xml"),
        "<toolchains><jdkHome>\n %s\n</jdkHome></toolchains>".formatted(jdk("999.0.1")));
    Path sdkman = Files.createDirectories(user.resolve(".sdkman/candidates/java"));
    Files.move(jdk("1000.0.1"), sdkman.resolve("mine"));

    Jdks jdks = Jdks.ofThisMachine(Map.of(), user);

    assertThat(jdks.java(999)).contains(folder.resolve("999.0.1/bin/java"));
    assertThat(jdks.java(1000)).contains(sdkman.resolve("mine/bin/java"));
  }

  private Path jdk(String version) throws IOException {
    Path home = folder.resolve(version);
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.createFile(java);
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    return home;
  }
}
