using System.Collections.Immutable;
using RelateBot.Domain.People;

namespace RelateBot.Domain.Help;

/// <summary>A department as everybody may see it, and who keeps that up to date.</summary>
public sealed record DepartmentPage
{
    /// <summary>The department; changes to it will be committed.</summary>
    public required Department Department { get; init; }

    /// <summary>Who leads it, if anybody is recorded.</summary>
    public Person? Head { get; init; }

    /// <summary>Who may edit its page besides.</summary>
    public ImmutableArray<Person> Delegates { get; init; } = [];

    /// <summary>The topics that it offers help with.</summary>
    public ImmutableArray<string> Topics { get; init; } = [];

    /// <summary>True for its head, who alone chooses channel and delegates and sees the department's balance.</summary>
    public bool IsLedBy(Person person) => Head?.Id == person.Id;

    /// <summary>True for its head and their delegates.</summary>
    public bool MayBeEditedBy(Person person) => IsLedBy(person) || Delegates.Any(delegated => delegated.Id == person.Id);
}
