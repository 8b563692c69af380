using System.ComponentModel.DataAnnotations;

namespace RelateBot.Bot.Features.Pairing;

/// <summary>Section <c>Pairing</c>: coffees with colleagues.</summary>
public sealed class PairingOptions
{
    public const string Section = "Pairing";

    /// <summary>For so many weeks two people are not put together again, unless there is no other way.</summary>
    [Range(1, 104)]
    public int NoRepeatWeeks { get; set; } = 26;

    /// <summary>The day of the week on which rounds begin.</summary>
    [EnumDataType(typeof(DayOfWeek))]
    public DayOfWeek Day { get; set; } = DayOfWeek.Tuesday;
}
