/**
 * Signing in at organizations' identity providers, as browsers see it: the way there, the way back, and what is shown when
 * that fails. Which provider an organization has is set in its settings. What ways back have in
 * common, and how a provider of the deployment is refused, is here, too.
 */
@NullMarked
package dev.latchkey.adapter.web.federation;

import org.jspecify.annotations.NullMarked;
