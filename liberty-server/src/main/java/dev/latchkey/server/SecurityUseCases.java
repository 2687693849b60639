package dev.latchkey.server;

import dev.latchkey.adapter.persistence.Storage;
import dev.latchkey.application.Ids;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.domainclaim.AutoJoining;
import dev.latchkey.application.federation.SsoArrivals;
import dev.latchkey.application.federation.SsoForesight;
import dev.latchkey.application.history.ForeseeSignIn;
import dev.latchkey.application.mail.MailDispatch;
import dev.latchkey.application.organization.Entrance;
import dev.latchkey.application.paging.Paging;
import dev.latchkey.application.policy.BreakGlassAlarm;
import dev.latchkey.application.policy.ChangeSecurity;
import dev.latchkey.application.policy.EmergencyAccess;
import dev.latchkey.application.policy.PreviewSecurity;
import dev.latchkey.application.policy.ReadSecurity;
import dev.latchkey.application.policy.Readiness;
import dev.latchkey.application.policy.Standings;
import dev.latchkey.application.social.SocialForesight;
import dev.latchkey.application.ssomove.MoveMember;
import dev.latchkey.application.ssomove.MoveMembers;
import dev.latchkey.application.ssomove.MovingGate;
import dev.latchkey.application.ssomove.MovingStaff;
import dev.latchkey.application.ssomove.ReportMoves;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What an organization demands of its members, what that means for each of them, and moving them to single sign-on. */
@Dependent
public final class SecurityUseCases {

  @Produces
  @Singleton
  static ReadSecurity readSecurity(Readiness readiness, EmergencyAccess emergency, Entrance entrance) {
    return new ReadSecurity(readiness, emergency, entrance);
  }

  @Produces
  @Singleton
  static ChangeSecurity changeSecurity(Storage storage, Readiness readiness, Entrance entrance, AuditTrail audit) {
    return new ChangeSecurity(storage.organizations(), readiness, entrance, audit, storage.unitOfWork());
  }

  @Produces
  @Singleton
  static PreviewSecurity previewSecurity(Storage storage, EmergencyAccess emergency, Readiness readiness,
      Standings standings, Entrance entrance, Paging paging) {
    return new PreviewSecurity(storage.members(), emergency, readiness, standings, entrance, paging,
        storage.unitOfWork());
  }

  @Produces
  @Singleton
  static ForeseeSignIn foreseeSignIn(Storage storage, Entrance entrance, AutoJoining joining, SsoArrivals arrivals,
      SocialForesight social, Ids ids, InstantSource clock) {
    return new ForeseeSignIn(entrance, storage.users(), storage.memberships(), storage.passkeys(), joining,
        new SsoForesight(arrivals, storage.ssoConnections(), storage.federatedIdentities(), storage.users(), ids),
        social, storage.unitOfWork(), clock);
  }

  @Produces
  @Singleton
  static ReportMoves reportMoves(Storage storage, Entrance entrance, Standings standings, MovingStaff staff,
      Paging paging) {
    return new ReportMoves(entrance, storage.members(), storage.ssoConnections(), standings, staff, paging,
        storage.unitOfWork());
  }

  @Produces
  @Singleton
  static MoveMembers moveMembers(Storage storage, MovingGate gate, Standings standings, MovingStaff staff,
      Paging paging) {
    return new MoveMembers(gate, storage.members(), storage.ssoConnections(), standings, staff,
        paging, storage.unitOfWork());
  }

  @Produces
  @Singleton
  static MoveMember moveMember(Storage storage, MovingGate gate, Standings standings, MovingStaff staff) {
    return new MoveMember(gate, storage.members(), storage.ssoConnections(), standings, staff,
        storage.unitOfWork());
  }

  // What several of them share.

  @Produces
  @Singleton
  static MovingGate movingGate(Storage storage, Entrance entrance) {
    return new MovingGate(entrance, storage.owners());
  }

  @Produces
  @Singleton
  static MovingStaff movingStaff(Storage storage, MailDispatch mail, AuditTrail audit, InstantSource clock) {
    return new MovingStaff(storage.users(), storage.memberships(), storage.ownSessions(), mail, audit, clock);
  }

  @Produces
  @Singleton
  static Readiness readiness(Storage storage, InstantSource clock) {
    return new Readiness(storage.verifiedDomains(), storage.ssoConnections(), storage.owners(), clock);
  }

  @Produces
  @Singleton
  static EmergencyAccess emergencyAccess(Storage storage) {
    return new EmergencyAccess(storage.owners(), storage.members());
  }

  @Produces
  @Singleton
  static Standings standings(Storage storage, InstantSource clock) {
    return new Standings(storage.verifiedDomains(), clock);
  }

  @Produces
  @Singleton
  static BreakGlassAlarm breakGlassAlarm(Storage storage, MailDispatch mail, AuditTrail audit, InstantSource clock) {
    return new BreakGlassAlarm(storage.members(), storage.users(), mail, audit, clock);
  }
}
