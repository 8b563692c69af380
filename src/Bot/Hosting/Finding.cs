namespace RelateBot.Bot.Hosting;

/// <summary>What a check of <c>doctor</c> found, in a sentence.</summary>
public abstract record Finding(string What)
{
    /// <summary>All is well.</summary>
    public sealed record Good(string What) : Finding(What);

    /// <summary>Worth knowing; nothing has to be done.</summary>
    public sealed record Note(string What) : Finding(What);

    /// <summary>Something is wrong. <paramref name="Mend"/>: what to do about it.</summary>
    public sealed record Problem(string What, string Mend) : Finding(What);
}
