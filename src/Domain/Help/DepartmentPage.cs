using System.Collections.Immutable;
using RelateBot.Domain.People;

namespace RelateBot.Domain.Help;

/// <summary>A department's page, which everyone can see, and the people who maintain it.</summary>
public sealed record DepartmentPage
{
    /// <summary>The department. Changes to it are saved on commit.</summary>
    public required Department Department { get; init; }

    /// <summary>The head of the department; null when none is recorded.</summary>
    public Person? Head { get; init; }

    /// <summary>The other people who may edit the page.</summary>
    public ImmutableArray<Person> Delegates { get; init; } = [];

    /// <summary>The topics that the department offers help with.</summary>
    public ImmutableArray<string> Topics { get; init; } = [];

    /// <summary>True for the head, the only one who can choose the channel and delegates and see the department's balance.</summary>
    public bool IsLedBy(Person person) => Head?.Id == person.Id;

    /// <summary>True for the head and the delegates.</summary>
    public bool MayBeEditedBy(Person person) => IsLedBy(person) || Delegates.Any(delegated => delegated.Id == person.Id);
}

/// <summary>What makes a department's work easier, in its own words: a few short lines.</summary>
public static class HowToHelp
{
    /// <summary>The most lines.</summary>
    public const int MostLines = 3;

    /// <summary>The longest line, in UTF-16 code units.</summary>
    public const int LongestLine = 140;

    /// <summary>Splits a text into lines and drops empty ones.</summary>
    public static ImmutableArray<string> Read(string text) =>
        [.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>Returns the first problem with these lines, or null when there is none.</summary>
    public static HowToHelpFault? FaultIn(ImmutableArray<string> lines) => lines switch
    {
        { Length: > MostLines } => HowToHelpFault.TooManyLines,
        _ when lines.Any(line => line.Length > LongestLine) => HowToHelpFault.LineTooLong,
        _ => null,
    };
}

/// <summary>Why a department's lines weren't accepted.</summary>
public enum HowToHelpFault
{
    /// <summary>There are more than <see cref="HowToHelp.MostLines"/> lines.</summary>
    TooManyLines,

    /// <summary>A line is longer than <see cref="HowToHelp.LongestLine"/>.</summary>
    LineTooLong,
}
