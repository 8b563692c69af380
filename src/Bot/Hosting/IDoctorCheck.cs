namespace RelateBot.Bot.Hosting;

/// <summary>
/// A check that <c>doctor</c> runs. A platform's leaf may register its own. The constructor must not need anything that a wrong setting
/// breaks; get such services in <see cref="RunAsync"/>. An exception there counts as a problem.
/// </summary>
public interface IDoctorCheck
{
    /// <summary>The subject of the check, in one word.</summary>
    string Name { get; }

    /// <summary>Runs the check. Findings must not contain secrets.</summary>
    IAsyncEnumerable<Finding> RunAsync(CancellationToken cancellationToken);
}

/// <summary>One finding of a check, in a sentence.</summary>
public abstract record Finding(string What)
{
    /// <summary>Everything is fine.</summary>
    public sealed record Good(string What) : Finding(What);

    /// <summary>Useful information; nothing has to be done.</summary>
    public sealed record Note(string What) : Finding(What);

    /// <summary>A problem. <paramref name="Mend"/>: how to fix it.</summary>
    public sealed record Problem(string What, string Mend) : Finding(What);
}
