/** The snippets of {@code docs/ear.md}, and what they need. */
package dev.socketee.cdi.readme.ear;
