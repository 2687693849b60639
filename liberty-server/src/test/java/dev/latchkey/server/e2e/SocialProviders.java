package dev.latchkey.server.e2e;

import dev.latchkey.adapter.idp.hostile.Person;
import dev.latchkey.adapter.idp.hostile.TestProvider;

/** What stands for Google and Microsoft on this machine, for servers that are set up with them. */
public record SocialProviders(TestProvider google, TestProvider microsoft) implements AutoCloseable {

  public static SocialProviders start() {
    TestProvider microsoft = TestProvider.startAt("/common/v2.0");
    // As the one for everybody's tenants does.
    microsoft.advertise("issuer", microsoft.origin() + "/{tenantid}/v2.0");
    microsoft.advertise("authorization_response_iss_parameter_supported", null);
    return new SocialProviders(TestProvider.start(), microsoft);
  }

  /** A server that is registered at both. */
  public LatchkeyProcess.Plan setUp(LatchkeyProcess.Plan server) {
    return setUp("GOOGLE", google, setUp("MICROSOFT", microsoft, server));
  }

  private static LatchkeyProcess.Plan setUp(String name, TestProvider provider, LatchkeyProcess.Plan server) {
    String prefix = "LATCHKEY_SOCIAL_" + name;
    return server.with(prefix + "_CLIENT_ID", provider.clientId())
        .with(prefix + "_CLIENT_SECRET", provider.clientSecret()).with(prefix + "_ISSUER", provider.issuer());
  }

  /** Somebody of a tenant at Microsoft, which vouches for no address by itself. */
  public Person atMicrosoft(String tenant, String objectId, String email) {
    return Person.of("pairwise-" + objectId, email, "Mia Weber").with("email_verified", null).with("tid", tenant)
        .with("oid", objectId).with("iss", microsoft.origin() + "/" + tenant + "/v2.0");
  }

  @Override
  public void close() {
    google.close();
    microsoft.close();
  }
}
