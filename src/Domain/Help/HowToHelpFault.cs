namespace RelateBot.Domain.Help;

/// <summary>Why lines on how to help were not taken.</summary>
public enum HowToHelpFault
{
    /// <summary>More than <see cref="HowToHelp.MostLines"/>.</summary>
    TooManyLines,

    /// <summary>One has more than <see cref="HowToHelp.LongestLine"/>.</summary>
    LineTooLong,
}
