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
