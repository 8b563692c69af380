namespace RelateBot.Bot.Hosting;

/// <summary>
/// Something that <c>doctor</c> looks at. A platform's leaf may register one of its own. Take nothing into the constructor that a wrong
/// setting breaks; ask the services for it in <see cref="RunAsync"/>. An exception there counts as a problem.
/// </summary>
public interface IDoctorCheck
{
    /// <summary>What is looked at, in one word.</summary>
    string Name { get; }

    /// <summary>Looks at it. Findings must not hold secrets.</summary>
    IAsyncEnumerable<Finding> RunAsync(CancellationToken cancellationToken);
}

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
