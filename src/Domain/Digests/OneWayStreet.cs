using RelateBot.Domain.People;

namespace RelateBot.Domain.Digests;

/// <summary>Much help one way and little back.</summary>
/// <param name="From">Who helps.</param>
/// <param name="To">Who is helped.</param>
/// <param name="Helps">How often.</param>
/// <param name="Back">How often help came back.</param>
public sealed record OneWayStreet(Department From, Department To, int Helps, int Back)
{
    /// <summary>Helps for each that comes back; at least as many without any.</summary>
    public const int Ratio = 5;

    /// <summary>Whether it is one.</summary>
    public static bool Is(int helps, int back) => helps >= Ratio * Math.Max(back, 1);
}
