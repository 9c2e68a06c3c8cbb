package dev.socketee.cdi;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import java.time.Clock;
import java.util.List;
import java.util.Timer;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The arrows of ARCHITECTURE.md: which unit may import what. The Maven modules keep most wrong
 * imports from compiling; this test sees all of them at once and holds the rest.
 */
class ArrowsTest {

  private static final Unit API =
      new Unit("api", List.of("dev.socketee", "dev.socketee.annotation", "dev.socketee.spi"))
          // annotations: @Stereotype on @Namespace, @NormalScope on @SocketScoped, @Qualifier on
          // @Connected and @Disconnected, and their literals
          .on(
              "jakarta.enterprise.context",
              "jakarta.enterprise.inject",
              "jakarta.enterprise.util",
              "jakarta.inject");
  private static final Unit PROTOCOL = new Unit("protocol", List.of("dev.socketee.protocol.."));
  private static final Unit ENGINE = new Unit("engine", List.of("dev.socketee.engine.."), PROTOCOL);
  private static final Unit SERVER =
      new Unit("server", List.of("dev.socketee.server.."), API, ENGINE, PROTOCOL);
  private static final Unit JAKARTA =
      new Unit("jakarta", List.of("dev.socketee.jakarta.."), API, ENGINE, PROTOCOL, SERVER)
          .on(
              "jakarta.servlet..",
              "jakarta.websocket..",
              "jakarta.json..",
              "jakarta.enterprise.concurrent..",
              "jakarta.transaction..",
              "javax.naming..",
              "javax.xml.stream..",
              "org.eclipse.microprofile.config..");
  private static final Unit CDI =
      new Unit("cdi-extension", List.of("dev.socketee.cdi.."), API, JAKARTA, SERVER)
          .on("jakarta..");

  private static JavaClasses house;

  @BeforeAll
  static void importHouse() {
    house =
        new ClassFileImporter()
            .withImportOption(Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.socketee")
            .that(DescribedPredicate.not(resideInAPackage("dev.socketee.test..")));
  }

  static Stream<Unit> units() {
    return Stream.of(API, PROTOCOL, ENGINE, SERVER, JAKARTA, CDI);
  }

  @ParameterizedTest
  @MethodSource("units")
  void unit_imports_onlyWhatItMay(Unit unit) {
    classes()
        .that()
        .resideInAnyPackage(unit.patterns())
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(unit.mayImport())
        .check(house);
  }

  @Test
  void class_ofTheHouse_belongsToAUnit() {
    classes()
        .should()
        .resideInAnyPackage(
            units().flatMap(unit -> unit.packages().stream()).toArray(String[]::new))
        .check(house);
  }

  @Test
  void protocol_neverSees_threadsClocksLoggers() {
    noClasses()
        .that()
        .resideInAnyPackage(PROTOCOL.patterns())
        .should()
        .dependOnClassesThat(
            assignableTo(Thread.class)
                .or(assignableTo(Executor.class))
                .or(assignableTo(Clock.class))
                .or(belongToAnyOf(System.Logger.class, Timer.class))
                .or(resideInAPackage("java.util.logging")))
        .check(house);
  }

  @Test
  void jakarta_neverSees_packetTypes() {
    noClasses()
        .that()
        .resideInAnyPackage(JAKARTA.patterns())
        .should()
        .dependOnClassesThat(resideInAnyPackage(PROTOCOL.patterns()).and(packetType()))
        .because("a switch over packets belongs to the engine or to the server")
        .check(house);
  }

  private static DescribedPredicate<JavaClass> packetType() {
    return DescribedPredicate.describe(
        "are types of packets", type -> type.isEnum() && type.getName().contains("Packet"));
  }

  /**
   * A unit of the house.
   *
   * @param name the folder
   * @param packages its packages
   * @param units the other units that it may import
   * @param platform the packages of the platform that it may import, besides {@code java.*}
   */
  private record Unit(String name, List<String> packages, List<Unit> units, List<String> platform) {

    Unit(String name, List<String> packages, Unit... units) {
      this(name, packages, List.of(units), List.of());
    }

    Unit on(String... platform) {
      return new Unit(name, packages, units, List.of(platform));
    }

    String[] patterns() {
      return packages.toArray(String[]::new);
    }

    String[] mayImport() {
      return Stream.of(
              List.of("java..", "org.jspecify.annotations"),
              packages,
              units.stream().flatMap(unit -> unit.packages.stream()).toList(),
              platform)
          .flatMap(List::stream)
          .toArray(String[]::new);
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
