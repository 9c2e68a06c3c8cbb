/** What {@code docs/embedded.md} shows. */
package dev.socketee.junit.embedded;
