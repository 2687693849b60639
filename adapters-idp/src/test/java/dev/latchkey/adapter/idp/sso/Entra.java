package dev.latchkey.adapter.idp.sso;

import dev.latchkey.adapter.idp.hostile.Person;
import dev.latchkey.adapter.idp.hostile.TestProvider;

/** A test provider that departs from the standard as Microsoft Entra ID does, and people of its tenants. */
final class Entra {
  static final String ACME = "11111111-2222-3333-4444-555555555555";
  static final String EVIL = "66666666-7777-8888-9999-000000000000";
  static final String PRIVATE = "9188040d-6c67-4c5b-b112-36a304b66dad";
  static final String ADA = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";

  private Entra() {}

  /**
   * @param tenant in the issuer as it is configured
   * @param statedTenant in the issuer as its metadata name it
   */
  static TestProvider start(String tenant, String statedTenant) {
    TestProvider entra = TestProvider.startAt("/" + tenant + "/v2.0");
    entra.advertise("issuer", issuer(entra, statedTenant));
    entra.advertise("authorization_response_iss_parameter_supported", null);
    return entra;
  }

  static Person ada(TestProvider entra, String tid) {
    return Person.of("pairwise-1", "ada@acme.example", "Ada Lovelace").with("email_verified", null)
        .with("tid", tid).with("oid", ADA).with("iss", issuer(entra, tid));
  }

  static String issuer(TestProvider entra, String tid) {
    return entra.origin() + "/" + tid + "/v2.0";
  }
}
