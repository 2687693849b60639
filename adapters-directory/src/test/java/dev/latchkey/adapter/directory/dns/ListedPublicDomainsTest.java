package dev.latchkey.adapter.directory.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.domainclaim.PublicKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListedPublicDomainsTest {
  private final ListedPublicDomains domains = new ListedPublicDomains();

  @ParameterizedTest
  @ValueSource(strings = {"com", "co.uk", "github.io", "公司.cn", "xn--55qx5d.cn", "香港", "anything.ck", "localhost",
    "nosuchtld"})
  void knows_public_suffixes(String name) {
    assertThat(domains.kindOf(DomainName.parse(name))).contains(PublicKind.PUBLIC_SUFFIX);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gmail.com", "GMail.com", "googlemail.com", "outlook.com", "hotmail.co.uk", "live.com",
    "yahoo.com", "yahoo.co.jp", "aol.com", "icloud.com", "me.com", "proton.me", "protonmail.com", "gmx.de", "gmx.net",
    "web.de", "t-online.de", "mail.ru", "yandex.ru", "qq.com", "163.com", "naver.com", "zohomail.com", "fastmail.com",
    "orange.fr", "libero.it", "wp.pl", "seznam.cz", "mailinator.com"})
  void knows_public_mail_domains(String name) {
    assertThat(domains.kindOf(DomainName.parse(name))).contains(PublicKind.PUBLIC_MAIL_DOMAIN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"example.com", "acme.example", "mail.acme.example", "example.co.uk", "acme.github.io",
    "www.ck", "google.com", "bücher.example", "microsoft.com", "xn--p1ai.example"})
  void leaves_everybody_else_their_own(String name) {
    assertThat(domains.kindOf(DomainName.parse(name))).isEmpty();
  }
}
