/**
 * What an organization's admins do with its members. How people come in by themselves or by invitation is told elsewhere.
 */
@NullMarked
package dev.latchkey.application.member;

import org.jspecify.annotations.NullMarked;
