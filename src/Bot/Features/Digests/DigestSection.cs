using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Features.Home;
using RelateBot.Domain.Digests;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Digests;

/// <summary>
/// A summary of the latest digest on the home page, for people who may read one. A tap on its button checks again whether they may.
/// </summary>
public sealed class DigestSection(
    DigestAccessResolver accessResolver,
    DigestReader reader,
    DigestRules rules,
    IDigestSubscriptionStore subscriptions,
    TimeProvider clock) : IHomeSection
{
    public string Name => "digest";

    public async Task<ChatSection?> RenderAsync(Person person, HomePagination pagination, CancellationToken cancellationToken)
    {
        if (await accessResolver.GetLastKnownAccessAsync(person, cancellationToken) is not { IsNone: false } access)
        {
            return null;
        }

        var frequency = (await subscriptions.FindByPersonAsync(person.Id, cancellationToken))?.Rhythm is DigestFrequency.Weekly
            ? DigestFrequency.Weekly
            : DigestFrequency.Monthly;
        if (await reader.TodayAsync(clock.GetUtcNow(), cancellationToken) is not { } today)
        {
            return null;
        }

        var digest = await reader.ReadAsync(DigestSubscription.Latest(frequency, today), access.Widest, rules, cancellationToken);
        return new ChatSection(
            "Your digest",
            [.. DigestMessages.Brief(digest), new ChatBlock.Buttons([DigestButtons.Show(frequency, access.Widest, "Read all of it")])]);
    }
}
