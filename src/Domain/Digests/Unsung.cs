namespace RelateBot.Domain.Digests;

/// <summary>Helped often, thanked for few: at least five helps, and thanks for a quarter of them at most.</summary>
public static class Unsung
{
    /// <summary>Fewer helps than this are not often.</summary>
    public const int Often = 5;

    /// <summary>Whether so many thanks are few for so many helps.</summary>
    public static bool Is(int helps, int thanks) => helps >= Often && thanks * 4 <= helps;
}
