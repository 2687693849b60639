package dev.latchkey.server.demo;

import dev.latchkey.adapter.directory.dns.TestNameServer;
import dev.latchkey.server.keycloak.CompanyRealm;
import dev.latchkey.server.keycloak.Employee;
import dev.latchkey.server.keycloak.Keycloak;
import dev.latchkey.server.keycloak.SsoCompany;
import java.net.URI;
import java.util.List;

/** The company of the demo: its people at Keycloak, and its organization at Latchkey. */
public final class Acme {
  static final String NAME = "Acme";
  static final String SLUG = "acme";
  public static final Employee OWNER = Employee.of("Ada", "Lovelace", "acme.example");
  static final String OWNERS_PASSWORD = "seven quiet lamps";

  /** Somebody, and what becomes of them when they sign in. */
  record Role(Employee person, String tale) {}

  public static final Employee NEWCOMER = Employee.of("Amara", "Okafor", "acme.example");
  public static final Employee UNVERIFIED = Employee.of("Bram", "de Vries", "acme.example").unverified();
  static final List<Role> CAST = List.of(
      new Role(OWNER, "finds her account, which is linked since Acme has proven the domain"),
      new Role(NEWCOMER, "gets an account and a membership"),
      new Role(UNVERIFIED, "is refused: Keycloak has not verified the address"));

  private Acme() {}

  public static void found(Keycloak keycloak, URI latchkey, TestNameServer names) {
    CompanyRealm realm = CompanyRealm.create(keycloak, SLUG, NAME, latchkey, SLUG);
    CAST.forEach(role -> realm.hire(role.person()));
    SsoCompany.signUp(latchkey, OWNER, OWNERS_PASSWORD, NAME, SLUG).proveDomain("acme.example", names).connect(realm)
        .admitNewcomers();
  }
}
