package dev.latchkey.adapter.persistence.session;

import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.session.Proofs;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Proofs as they stand in a session's row: {@code kind,microseconds[,more…]} each, joined by semicolons, such as {@code
 * password,1772366400000000;totp,1772366412000000}. Read at every session check, hence so plain.
 */
final class ProofText {
  private ProofText() {}

  static String of(Proofs proofs) {
    return proofs.all().stream().map(ProofText::of).collect(Collectors.joining(";"));
  }

  private static String of(Proof proof) {
    long at = ChronoUnit.MICROS.between(Instant.EPOCH, proof.at());
    return switch (proof) {
      case Proof.Password it -> "password," + at;
      case Proof.MagicLink it -> "magic-link," + at;
      case Proof.EmailCode it -> "email-code," + at;
      case Proof.Passkey it -> "passkey," + at + (it.userVerified() ? ",verified" : ",present");
      case Proof.Social it -> "social," + at + "," + plain(it.provider());
      case Proof.Sso it -> "sso," + at + "," + it.organizationId().value() + "," + it.connectionVersion();
      case Proof.Totp it -> "totp," + at;
      case Proof.RecoveryCode it -> "recovery-code," + at;
    };
  }

  static Proofs read(String text) {
    List<Proof> proofs = new ArrayList<>();
    for (String proof : text.isEmpty() ? new String[0] : text.split(";", -1)) {
      proofs.add(readOne(proof.split(",", -1)));
    }
    return new Proofs(proofs);
  }

  private static Proof readOne(String[] parts) {
    Instant at = Instant.EPOCH.plus(Long.parseLong(parts[1]), ChronoUnit.MICROS);
    return switch (parts[0]) {
      case "password" -> new Proof.Password(at);
      case "magic-link" -> new Proof.MagicLink(at);
      case "email-code" -> new Proof.EmailCode(at);
      case "passkey" -> new Proof.Passkey(at, parts[2].equals("verified"));
      case "social" -> new Proof.Social(at, parts[2]);
      case "sso" -> new Proof.Sso(at, new OrganizationId(parts[2]), Integer.parseInt(parts[3]));
      case "totp" -> new Proof.Totp(at);
      case "recovery-code" -> new Proof.RecoveryCode(at);
      default -> throw new IllegalStateException("A session with an unknown kind of proof");
    };
  }

  private static String plain(String name) {
    if (name.contains(",") || name.contains(";")) {
      throw new IllegalArgumentException("The name of a provider holds neither commas nor semicolons");
    }
    return name;
  }
}
