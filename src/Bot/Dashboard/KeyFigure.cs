using RelateBot.Bot.Features.Digests;
using RelateBot.Domain.Digests;

namespace RelateBot.Bot.Dashboard;

/// <summary>A number to see first, and what it was before.</summary>
internal sealed record KeyFigure(string Label, string Value, string Before)
{
    public static IEnumerable<KeyFigure> Of(Digest digest)
    {
        var (now, before) = (digest.Totals, digest.Before);
        IEnumerable<KeyFigure> counts = digest.Department is null
            ?
            [
                Count("Helps", now.Given.Helps, before.Given.Helps), Count("Thanks", now.Given.Thanks, before.Given.Thanks), Count("Kudos", now.Given.Kudos, before.Given.Kudos),
                Count("Asks", now.Given.Asks, before.Given.Asks),
            ]
            :
            [
                Count("Helps given", now.Given.Helps, before.Given.Helps), Count("Helps received", now.Received.Helps, before.Received.Helps),
                Count("Thanks received", now.Received.Thanks, before.Received.Thanks), Count("Asks received", now.Received.Asks, before.Received.Asks),
            ];
        return [.. counts, Share("Helps thanked for", now.ThankRate, before.ThankRate), Share("Reciprocity", digest.Reciprocity, before: null)];
    }

    private static KeyFigure Count(string label, int now, int before) => new(label, $"{now:N0}", $"before: {before:N0}");

    private static KeyFigure Share(string label, double? now, double? before) =>
        new(label, now is { } share ? DigestMessages.Percent(share) : "–", before is { } earlier ? $"before: {DigestMessages.Percent(earlier)}" : "");
}
