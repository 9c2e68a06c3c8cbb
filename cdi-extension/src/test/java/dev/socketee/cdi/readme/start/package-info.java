/** The snippets of {@code docs/start.md}. */
package dev.socketee.cdi.readme.start;
