package org.gridbolt.channel.fuzz;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.message.ChannelMessage;
import org.gridbolt.channel.message.MessageCodec;
import org.gridbolt.channel.testing.Examples;
import org.gridbolt.channel.testing.ScriptedUtility;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.key.Signature;
import org.gridbolt.penalty.contract.Contract;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.testing.fuzz.Mutation;

/**
 * Messages that nobody honest sends: with a field of another message in the place of one of theirs, with numbers at the edges
 * of their ranges, signed again by whoever has a key, and with damaged bytes. All could stand on the wire.
 */
final class MessageMutation {

    private static final List<PrivateKey> KEYS = Stream.concat(
                    Stream.of(ScriptedUtility.NODE),
                    Stream.of("CONSUMER node", "PRODUCER node", "CONSUMER meter", "PRODUCER meter")
                            .map(Examples::key))
            .toList();

    private final List<ChannelMessage> messages;
    private final Map<Class<?>, List<Object>> fields = new HashMap<>();

    MessageMutation(List<ChannelMessage> messages) {
        this.messages = List.copyOf(messages);
        messages.forEach(this::collect);
    }

    private void collect(Object value) {
        List<Object> found = fields.computeIfAbsent(value.getClass(), kind -> new ArrayList<>());
        found.add(value);
        if (value instanceof Signed<?> signed) {
            collect(signed.content());
            collect(signed.signature());
        } else if (value instanceof List<?> list) {
            list.forEach(this::collect);
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(this::collect);
        } else if (value instanceof Record) {
            components(value).forEach(this::collect);
        }
    }

    /** Any: one of the real ones, or what can be made of one. */
    ChannelMessage next(Random random) {
        ChannelMessage message = messages.get(random.nextInt(messages.size()));
        return random.nextInt(4) == 0 ? message : insteadOf(message, random);
    }

    /** What a liar says where {@code message} is due. */
    ChannelMessage insteadOf(ChannelMessage message, Random random) {
        return random.nextInt(4) == 0 ? damaged(message, random).orElse(message) : changed(message, random);
    }

    private static Optional<ChannelMessage> damaged(ChannelMessage message, Random random) {
        Mutation mutation = new Mutation(List.of(MessageCodec.encode(message).toArray()), random);
        for (int tries = 0; tries < 20; tries++) {
            Optional<ChannelMessage> read =
                    MessageCodec.decode(Bytes.of(mutation.next())).value();
            if (read.isPresent()) {
                return read;
            }
        }
        return Optional.empty();
    }

    private ChannelMessage changed(ChannelMessage message, Random random) {
        try {
            ChannelMessage changed = (ChannelMessage) changedRecord(message, random);
            return MessageCodec.decode(MessageCodec.encode(changed)).value().orElse(message);
        } catch (IllegalArgumentException | ArithmeticException outOfRange) {
            return message;
        }
    }

    private Object changed(Object value, Random random) {
        if (value instanceof Signed<?> signed) {
            return signedAgain(signed, random);
        }
        if (value instanceof List<?> list) {
            return changedList(list, random);
        }
        if (value instanceof Optional<?> optional) {
            return random.nextInt(3) == 0 ? Optional.empty() : optional.map(inner -> changed(inner, random));
        }
        if (value instanceof Record && random.nextInt(4) > 0) {
            return changedRecord(value, random);
        }
        return scalar(value, random);
    }

    private Object scalar(Object value, Random random) {
        if (value instanceof Integer number) {
            return near(number, random).intValue();
        }
        if (value instanceof Long number) {
            return near(number, random);
        }
        if (value instanceof Coin coins && random.nextBoolean()) {
            return Coin.valueOf(near(coins.value, random));
        }
        return other(value, random);
    }

    private static Long near(long number, Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> number + 1;
            case 1 -> number - 1;
            case 2 -> 0L;
            case 3 -> number * 2;
            case 4 -> (long) Integer.MAX_VALUE;
            default -> number + random.nextInt(100) - 50;
        };
    }

    /** Another value of that kind, out of any message. */
    private Object other(Object value, Random random) {
        List<Object> found = fields.getOrDefault(value.getClass(), List.of(value));
        return found.get(random.nextInt(found.size()));
    }

    private <T extends Contract> Signed<?> signedAgain(Signed<T> signed, Random random) {
        if (random.nextInt(3) == 0) {
            return new Signed<>(signed.content(), (Signature) other(signed.signature(), random));
        }
        Contract content = (Contract) changedRecord(signed.content(), random);
        return Signed.sign(content, KEYS.get(random.nextInt(KEYS.size())));
    }

    private List<Object> changedList(List<?> list, Random random) {
        List<Object> changed = new ArrayList<>(list);
        if (!changed.isEmpty()) {
            int at = random.nextInt(changed.size());
            switch (random.nextInt(4)) {
                case 0 -> changed.remove(at);
                case 1 -> changed.add(changed.get(at));
                case 2 -> Collections.shuffle(changed, random);
                default -> changed.set(at, changed(changed.get(at), random));
            }
        }
        return changed;
    }

    private Object changedRecord(Object message, Random random) {
        List<Object> values = components(message);
        if (values.isEmpty()) {
            return message;
        }
        int at = random.nextInt(values.size());
        values.set(at, changed(values.get(at), random));
        return made(message.getClass(), values);
    }

    private static List<Object> components(Object message) {
        List<Object> values = new ArrayList<>();
        try {
            for (RecordComponent component : message.getClass().getRecordComponents()) {
                values.add(component.getAccessor().invoke(message));
            }
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a message is a record that can be read", e);
        }
        return values;
    }

    private static Object made(Class<?> kind, List<Object> values) {
        Class<?>[] types = Stream.of(kind.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = kind.getDeclaredConstructor(types);
            return constructor.newInstance(values.toArray());
        } catch (InvocationTargetException refused) {
            throw new IllegalArgumentException(refused.getCause());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a message is a record that can be made", e);
        }
    }
}
