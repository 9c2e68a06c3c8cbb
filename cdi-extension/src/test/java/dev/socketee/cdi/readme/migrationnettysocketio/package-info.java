/** The snippet of {@code docs/migration-netty-socketio.md}. */
package dev.socketee.cdi.readme.migrationnettysocketio;
