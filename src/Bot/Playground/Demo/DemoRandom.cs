using System.Buffers.Binary;

namespace RelateBot.Bot.Playground.Demo;

/// <summary>Chance that falls the same way every time, so that every demo is the same demo.</summary>
internal sealed class DemoRandom
{
    private const int Seed = 26;

#pragma warning disable CA5394 // Nothing secret hangs on it, and it has to repeat itself.
    private readonly Random random = new(Seed);

    public bool Chance(double chance) => random.NextDouble() < chance;

    /// <summary>A number from 0, below <paramref name="end"/>.</summary>
    public int NextInt(int end) => random.Next(end);

    public T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    /// <summary>One of them; who weighs more is picked more often.</summary>
    public T Pick<T>(IReadOnlyList<T> from, Func<T, double> weight)
    {
        var left = random.NextDouble() * from.Sum(weight);
        return from.First(item => (left -= weight(item)) < 0);
    }

    /// <summary>A UUIDv7 of that moment.</summary>
    public Guid Id(DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes[6..]);
        Span<byte> time = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(time, at.ToUnixTimeMilliseconds());
        time[2..].CopyTo(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x70);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
#pragma warning restore CA5394
}
