/** The router in a Spring Boot application: a bean, a health indicator, Micrometer metrics. */
@NullMarked
package network.pokt.mlqos.samples.springboot;

import org.jspecify.annotations.NullMarked;
