package dev.socketee.it;

import java.io.File;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The web applications that the tests deploy. */
final class Wars {

  private Wars() {}

  /**
   * A WAR as an application would build it: the libraries of the one dependency, as this build
   * packaged them, and a bean archive. The test adds its classes.
   *
   * @param name the name without suffix, which is the context path too
   */
  static WebArchive war(String name) {
    File[] libraries = new File("target/lib").listFiles((folder, file) -> file.endsWith(".jar"));
    if (libraries == null || libraries.length == 0) {
      throw new IllegalStateException("No libraries in target/lib: run `mvn verify` once.");
    }
    return ShrinkWrap.create(WebArchive.class, name + ".war")
        .addAsLibraries(libraries)
        .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
  }
}
