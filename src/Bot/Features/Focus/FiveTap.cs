using System.Globalization;

namespace RelateBot.Bot.Features.Focus;

/// <summary>The value of a button about one of somebody's five.</summary>
/// <param name="Id">Which.</param>
/// <param name="Turn">Which opener stood beside it: a second tap, or one on an old message, does nothing twice.</param>
/// <param name="IsAtHome">True on the home page, which is drawn anew by itself and needs no answer.</param>
internal sealed record FiveTap(Guid Id, int Turn, bool IsAtHome)
{
    private const string Home = "home";

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id:N}:{Turn}{(IsAtHome ? $":{Home}" : "")}");

    /// <summary>Null when it was not made here.</summary>
    public static FiveTap? Read(string value) =>
        value.Split(':') is [var id, var turn, .. var rest] && Guid.TryParse(id, out var entry) && int.TryParse(turn, NumberStyles.None, CultureInfo.InvariantCulture, out var shown)
            ? new FiveTap(entry, shown, rest is [Home])
            : null;
}
