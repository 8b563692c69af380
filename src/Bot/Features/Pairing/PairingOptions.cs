using System.ComponentModel.DataAnnotations;

namespace RelateBot.Bot.Features.Pairing;

/// <summary>Section <c>Pairing</c>: coffee meetings with colleagues.</summary>
public sealed class PairingOptions
{
    public const string Section = "Pairing";

    /// <summary>For this many weeks two people aren't matched again, unless there is no other way.</summary>
    [Range(1, 104)]
    public int NoRepeatWeeks { get; set; } = 26;

    /// <summary>The day of the week on which rounds begin.</summary>
    [EnumDataType(typeof(DayOfWeek))]
    public DayOfWeek Day { get; set; } = DayOfWeek.Tuesday;
}
