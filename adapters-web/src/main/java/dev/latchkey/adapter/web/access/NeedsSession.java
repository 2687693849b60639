package dev.latchkey.adapter.web.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The route is for people who are signed in; {@code Visit.session()} says who. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface NeedsSession {

  /** Whether a session that still owes its second factor may come here: only to show it, to look, or to leave. */
  boolean beforeSecondFactor() default false;

  /** Whether programs may call it with an API key in place of a session; then {@code Visit.actor()} says who. */
  boolean orKey() default false;
}
