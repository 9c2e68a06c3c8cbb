/** The snippets of {@code docs/security.md}. */
package dev.socketee.cdi.readme.security;
