/** The snippets of {@code docs/broadcasting.md}, and what they need. */
package dev.socketee.cdi.readme.broadcasting;
