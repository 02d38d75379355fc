package network.pokt.mlqos.samples.springboot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An application that asks whichever node is worth most, and shows in its actuator how the nodes stand. */
@SpringBootApplication
public class QosApplication {

    public static void main(String[] args) {
        SpringApplication.run(QosApplication.class, args);
    }
}
