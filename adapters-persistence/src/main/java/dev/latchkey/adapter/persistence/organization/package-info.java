/**
 * Tenants and memberships as rows.
 */
@NullMarked
package dev.latchkey.adapter.persistence.organization;

import org.jspecify.annotations.NullMarked;
