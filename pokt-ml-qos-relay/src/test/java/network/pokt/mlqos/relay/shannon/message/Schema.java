package network.pokt.mlqos.relay.shannon.message;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumValueDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.MessageOptions;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.pokt.mlqos.transport.Payload;

/** Our .proto in the hands of protobuf's own library: reads and writes its messages without any of our code. */
final class Schema {

    private static final Pattern BLOCK = Pattern.compile("(message|enum) (\\w+) \\{(.*?)\\n}", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("(repeated )?(map<(\\w+), (\\w+)>|\\w+) (\\w+) = (\\d+);");
    private static final Pattern CONSTANT = Pattern.compile("(\\w+) = (\\d+);");

    private final FileDescriptor file;

    private Schema(FileDescriptor file) {
        this.file = file;
    }

    static Schema read() {
        try (InputStream in = SessionHeader.class.getResourceAsStream("pocket.proto")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Schema(FileDescriptor.buildFrom(parse(text), new FileDescriptor[0]));
        } catch (Exception e) {
            throw new IllegalStateException("pocket.proto is no schema.", e);
        }
    }

    private static FileDescriptorProto parse(String text) {
        FileDescriptorProto.Builder file = FileDescriptorProto.newBuilder()
                .setName("pocket.proto")
                .setSyntax("proto3")
                .setPackage("pocket");
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            if (block.group(1).equals("enum")) {
                file.addEnumType(enumeration(block.group(2), block.group(3)));
            } else {
                file.addMessageType(message(block.group(2), block.group(3)));
            }
        }
        return file.build();
    }

    private static EnumDescriptorProto enumeration(String name, String body) {
        EnumDescriptorProto.Builder type = EnumDescriptorProto.newBuilder().setName(name);
        Matcher constant = CONSTANT.matcher(body);
        while (constant.find()) {
            type.addValue(EnumValueDescriptorProto.newBuilder()
                    .setName(constant.group(1))
                    .setNumber(Integer.parseInt(constant.group(2))));
        }
        return type.build();
    }

    private static DescriptorProto message(String name, String body) {
        DescriptorProto.Builder message = DescriptorProto.newBuilder().setName(name);
        Matcher field = FIELD.matcher(body);
        while (field.find()) {
            int number = Integer.parseInt(field.group(6));
            if (field.group(3) == null) {
                message.addField(field(field.group(5), number, field.group(2), field.group(1) != null));
            } else {
                String entry = camel(field.group(5)) + "Entry";
                message.addNestedType(DescriptorProto.newBuilder()
                        .setName(entry)
                        .addField(field("key", 1, field.group(3), false))
                        .addField(field("value", 2, field.group(4), false))
                        .setOptions(MessageOptions.newBuilder().setMapEntry(true)));
                message.addField(field(field.group(5), number, name + "." + entry, true));
            }
        }
        return message.build();
    }

    private static FieldDescriptorProto field(String name, int number, String type, boolean repeated) {
        FieldDescriptorProto.Builder field = FieldDescriptorProto.newBuilder()
                .setName(name)
                .setNumber(number)
                .setLabel(repeated ? Label.LABEL_REPEATED : Label.LABEL_OPTIONAL);
        switch (type) {
            case "string" -> field.setType(Type.TYPE_STRING);
            case "bytes" -> field.setType(Type.TYPE_BYTES);
            case "int64" -> field.setType(Type.TYPE_INT64);
            case "uint64" -> field.setType(Type.TYPE_UINT64);
            case "uint32" -> field.setType(Type.TYPE_UINT32);
            default -> field.setTypeName(".pocket." + type);
        }
        return field.build();
    }

    private static String camel(String name) {
        StringBuilder camel = new StringBuilder();
        for (String word : name.split("_")) {
            camel.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return camel.toString();
    }

    /** Reads a message of a type of the schema. */
    DynamicMessage parse(String type, Payload bytes) {
        try {
            return DynamicMessage.parseFrom(file.findMessageTypeByName(type), bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a message as Go does where bytes matter: maps sorted. */
    static Payload write(Message message) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            out.useDeterministicSerialization();
            message.writeTo(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Payload.of(bytes.toByteArray());
    }

    /** Returns whether the message or one within has a field that the schema does not know. */
    static boolean hasUnknownFields(Message message) {
        boolean unknown = !message.getUnknownFields().asMap().isEmpty();
        for (Object value : message.getAllFields().values()) {
            Iterable<?> values = value instanceof Iterable<?> list ? list : java.util.List.of(value);
            for (Object each : values) {
                unknown |= each instanceof Message nested && hasUnknownFields(nested);
            }
        }
        return unknown;
    }
}
