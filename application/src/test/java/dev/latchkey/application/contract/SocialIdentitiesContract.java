package dev.latchkey.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.sso.SocialIdentities;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.social.SocialIdentity;
import dev.latchkey.domain.social.SocialProvider;
import dev.latchkey.domain.sso.FederatedSubject;
import dev.latchkey.domain.sso.IdentityId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link SocialIdentities} keeps. */
public abstract class SocialIdentitiesContract extends PortContract {
  private static final String ISSUER = "https://accounts.google.com";

  private final SocialIdentities identities = ports.socialIdentities();
  private final String subject = Examples.id();
  private UserId user;

  protected SocialIdentitiesContract(Supplier<? extends Ports> ports) {
    super(ports);
  }

  @BeforeEach
  void store() {
    user = storedUser().id();
  }

  @Test
  void finds_a_subject_of_its_provider_and_exactly_as_it_is_spelled() {
    SocialIdentity identity = identity(user, subject + "a", noon);
    assertThat(identities.find(SocialProvider.GOOGLE, identity.subject())).isEmpty();
    identities.add(identity);
    assertThat(identities.find(SocialProvider.GOOGLE, identity.subject())).contains(identity);
    assertThat(identities.find(SocialProvider.MICROSOFT, identity.subject())).isEmpty();
    for (FederatedSubject elsewhere : List.of(new FederatedSubject(ISSUER, subject + "A"),
        new FederatedSubject(ISSUER, subject + "a "), new FederatedSubject(ISSUER + "/", subject + "a"))) {
      assertThat(identities.find(SocialProvider.GOOGLE, elsewhere)).isEmpty();
    }
  }

  @Test
  void lists_a_persons_own_in_the_order_of_linking() {
    SocialIdentity late = identity(user, subject + 1, noon.plusSeconds(2));
    SocialIdentity early = identity(user, subject + 2, noon.plusSeconds(1));
    identities.add(late);
    identities.add(early);
    identities.add(identity(storedUser().id(), subject + 3, noon));
    assertThat(identities.of(user)).containsExactly(early, late);
  }

  @Test
  void takes_the_same_subject_from_another_provider_for_somebody_else() {
    SocialIdentity google = identity(user, subject, noon);
    identities.add(google);
    SocialIdentity microsoft = new SocialIdentity(new IdentityId(Examples.id()), SocialProvider.MICROSOFT,
        google.subject(), storedUser().id(), Optional.empty(), noon, Optional.empty());
    identities.add(microsoft);
    assertThat(identities.find(SocialProvider.MICROSOFT, google.subject())).contains(microsoft);
    assertThat(identities.find(SocialProvider.GOOGLE, google.subject())).contains(google);
  }

  @Test
  void notes_the_last_use_and_the_present_address_and_nothing_else() {
    SocialIdentity identity = identity(user, subject, noon);
    identities.add(identity);
    SocialIdentity used = identity.usedAt(noon.plusSeconds(9), Optional.of(new EmailAddress("renamed@example.com")));
    identities.noteUse(used);
    assertThat(identities.find(SocialProvider.GOOGLE, identity.subject())).contains(used);
    assertThat(identities.of(user)).containsExactly(used);
  }

  @Test
  void binds_a_subject_to_one_account_though_many_try_at_once() {
    List<UserId> people = List.of(storedUser().id(), storedUser().id(), storedUser().id(), storedUser().id());
    AtomicInteger next = new AtomicInteger();
    List<Boolean> first = Together.run(people.size(), () -> {
      SocialIdentity mine = identity(people.get(next.getAndIncrement()), subject, noon);
      return ports.unitOfWork().run(() -> {
        boolean free = identities.find(SocialProvider.GOOGLE, mine.subject()).isEmpty();
        if (free) {
          identities.add(mine);
        }
        return free;
      });
    });
    assertThat(first).containsOnlyOnce(true);
    assertThat(people.stream().flatMap(person -> identities.of(person).stream())).hasSize(1);
  }

  @Test
  void removes_a_persons_own_only() {
    SocialIdentity identity = identity(user, subject, noon);
    identities.add(identity);
    assertThat(identities.remove(storedUser().id(), identity.id())).isFalse();
    assertThat(identities.remove(user, identity.id())).isTrue();
    assertThat(identities.remove(user, identity.id())).isFalse();
    assertThat(identities.find(SocialProvider.GOOGLE, identity.subject())).isEmpty();
  }

  private static SocialIdentity identity(UserId user, String subject, Instant linkedAt) {
    return new SocialIdentity(new IdentityId(Examples.id()), SocialProvider.GOOGLE,
        new FederatedSubject(ISSUER, subject), user, Optional.of(new EmailAddress("somebody@example.com")), linkedAt,
        Optional.empty());
  }
}
