using System.Buffers.Binary;

namespace RelateBot.Bot.Playground.Demo;

/// <summary>A random generator with a fixed seed, so every demo is the same.</summary>
internal sealed class DemoRandom
{
    private const int Seed = 26;

#pragma warning disable CA5394 // Not security relevant, and it must be repeatable.
    private readonly Random random = new(Seed);

    public bool Chance(double chance) => random.NextDouble() < chance;

    /// <summary>Returns a number from 0 to below <paramref name="end"/>.</summary>
    public int NextInt(int end) => random.Next(end);

    public T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    /// <summary>Picks an item. Higher weights are picked more often.</summary>
    public T Pick<T>(IReadOnlyList<T> from, Func<T, double> weight)
    {
        var left = random.NextDouble() * from.Sum(weight);
        return from.First(item => (left -= weight(item)) < 0);
    }

    /// <summary>Returns a UUIDv7 of this moment.</summary>
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
