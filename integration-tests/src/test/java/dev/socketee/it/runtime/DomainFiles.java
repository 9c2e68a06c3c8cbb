package dev.socketee.it.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;

/**
 * The files of a domain of Payara or GlassFish, which the tests have to themselves: a copy of the
 * one that the distribution brings.
 *
 * @param folder the copy
 * @param httpPort where it will serve HTTP
 * @param adminPort where it will be administered
 */
record DomainFiles(Path folder, int httpPort, int adminPort) {

  private static final int SALT_BYTES = 8;
  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * Copies the domain, and gives it free ports on the loopback interface, and the users.
   *
   * @param installation the folder that has the folder {@code glassfish}
   * @param target the folder for the copy; replaced
   * @param rounds how many times the server hashes passwords
   * @param more what else to configure
   */
  static DomainFiles copy(Path installation, Path target, int rounds, Consumer<DomainXml> more)
      throws IOException {
    Folders.copy(installation.resolve("glassfish/domains/domain1"), Folders.empty(target));
    DomainXml xml = DomainXml.read(target.resolve("config/domain.xml"));
    List<Integer> ports = xml.listenOnLoopback();
    more.accept(xml);
    xml.write();
    users(target.resolve("config/keyfile"), rounds);
    plain(target.resolve("config/logging.properties"));
    return new DomainFiles(target, ports.get(0), ports.get(1));
  }

  /**
   * Adds jars for all applications, as {@code asadmin add-library} does it.
   *
   * @param jars a folder with nothing but them
   */
  void addLibraries(Path jars) throws IOException {
    Folders.copy(jars, folder.resolve("lib"));
  }

  /** The realm that security constraints mean by default. */
  private static void users(Path file, int rounds) throws IOException {
    String users = user("alice", "user,admin", rounds) + user("bob", "user", rounds);
    Files.writeString(file, users, StandardCharsets.US_ASCII);
  }

  /** What it prints is for a file. */
  private static void plain(Path file) throws IOException {
    Files.writeString(file, Files.readString(file).replace("ansiColor=true", "ansiColor=false"));
  }

  private static String user(String name, String groups, int rounds) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    MessageDigest digest = sha256();
    digest.update(("secret-of-" + name).getBytes(StandardCharsets.US_ASCII));
    byte[] hash = digest.digest(salt);
    for (int i = 1; i < rounds; i++) {
      hash = digest.digest(hash);
    }
    byte[] salted = new byte[hash.length + salt.length];
    System.arraycopy(hash, 0, salted, 0, hash.length);
    System.arraycopy(salt, 0, salted, hash.length, salt.length);
    return name + ";{SSHA256}" + Base64.getEncoder().encodeToString(salted) + ";" + groups + "\n";
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
