using System.Collections.Immutable;

namespace RelateBot.Domain.Help;

/// <summary>What a department says makes its work easier: a few short lines, so that they are read.</summary>
public static class HowToHelp
{
    /// <summary>Most lines.</summary>
    public const int MostLines = 3;

    /// <summary>Longest line, in UTF-16 code units.</summary>
    public const int LongestLine = 140;

    /// <summary>The lines of a text, without empty ones.</summary>
    public static ImmutableArray<string> Read(string text) => [.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>What is in the way of these lines, or null.</summary>
    public static HowToHelpFault? FaultIn(ImmutableArray<string> lines) => lines switch
    {
        { Length: > MostLines } => HowToHelpFault.TooManyLines,
        _ when lines.Any(line => line.Length > LongestLine) => HowToHelpFault.LineTooLong,
        _ => null,
    };
}
