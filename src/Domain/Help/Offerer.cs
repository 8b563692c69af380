using RelateBot.Domain.People;

namespace RelateBot.Domain.Help;

/// <summary>Somebody who offers a topic: a person or a department.</summary>
public sealed record Offerer
{
    /// <summary>The person, when it is one.</summary>
    public Person? Person { get; init; }

    /// <summary>The department, when it is one.</summary>
    public Department? Department { get; init; }

    /// <summary>True when they were publicly thanked for it lately.</summary>
    public required bool WasThanked { get; init; }

    /// <summary>True when they help nobody else with an ask right now.</summary>
    public required bool IsFree { get; init; }
}
