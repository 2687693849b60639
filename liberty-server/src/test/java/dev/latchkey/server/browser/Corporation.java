package dev.latchkey.server.browser;

import dev.latchkey.server.keycloak.CompanyRealm;
import dev.latchkey.server.keycloak.Employee;
import dev.latchkey.server.keycloak.Keycloak;
import dev.latchkey.server.keycloak.SsoCompany;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An organization with a verified domain and a realm of its own at Keycloak, where its owner works, too.
 *
 * @param owner who also has a password at Latchkey
 */
record Corporation(String name, String domain, Employee owner, CompanyRealm realm, SsoCompany company) {
  static final String OWNERS_PASSWORD = "vivid otters juggle lamps";
  private static final AtomicInteger COUNT = new AtomicInteger();

  /** One that no other test knows. */
  static Corporation found(Trial trial, Keycloak keycloak) {
    int number = COUNT.incrementAndGet();
    String slug = "acme-" + number;
    String name = "Acme " + number;
    String domain = slug + ".example";
    Employee owner = Employee.of("Ada", "Lovelace", domain);
    CompanyRealm realm = CompanyRealm.create(keycloak, slug, name, trial.uri(), slug);
    realm.hire(owner);
    return new Corporation(name, domain, owner, realm,
        SsoCompany.signUp(trial.uri(), owner, OWNERS_PASSWORD, name, slug).proveDomain(domain, trial.names())
            .connect(realm));
  }

  Corporation admitNewcomers() {
    company.admitNewcomers();
    return this;
  }

  Employee hire(String firstName, String lastName) {
    return hire(Employee.of(firstName, lastName, domain));
  }

  Employee hire(Employee employee) {
    realm.hire(employee);
    return employee;
  }

  /** The whole way in, where Keycloak has to ask. */
  HomePage signIn(Browser browser, Employee employee) {
    browser.open(company.entry());
    new KeycloakPage(browser).signIn(employee);
    return new HomePage(browser);
  }
}
