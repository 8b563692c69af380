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

/// <summary>What a department says makes its work easier: a few short lines, so that they are read.</summary>
public static class HowToHelp
{
    /// <summary>Most lines.</summary>
    public const int MostLines = 3;

    /// <summary>Longest line, in UTF-16 code units.</summary>
    public const int LongestLine = 140;

    /// <summary>The lines of a text, without empty ones.</summary>
    public static ImmutableArray<string> Read(string text) =>
        [.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>What is in the way of these lines, or null.</summary>
    public static HowToHelpFault? FaultIn(ImmutableArray<string> lines) => lines switch
    {
        { Length: > MostLines } => HowToHelpFault.TooManyLines,
        _ when lines.Any(line => line.Length > LongestLine) => HowToHelpFault.LineTooLong,
        _ => null,
    };
}

/// <summary>Why lines on how to help were not taken.</summary>
public enum HowToHelpFault
{
    /// <summary>More than <see cref="HowToHelp.MostLines"/>.</summary>
    TooManyLines,

    /// <summary>One has more than <see cref="HowToHelp.LongestLine"/>.</summary>
    LineTooLong,
}
