using RelateBot.Bot.Chat;
using RelateBot.Bot.Features.Home;
using RelateBot.Domain.Digests;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Digests;

/// <summary>For those who may read one: the latest digest, in short. The button under it asks anew whether they may.</summary>
public sealed class DigestSection(DigestRights rights, DigestBook book, DigestRules rules, IDigestSubscriptions subscriptions, TimeProvider clock) : IHomeSection
{
    public string Name => "digest";

    public async Task<ChatSection?> DrawAsync(Person person, HomePages pages, CancellationToken cancellationToken)
    {
        if (await rights.AsLastHeardAsync(person, cancellationToken) is not { IsNone: false } access)
        {
            return null;
        }

        var rhythm = (await subscriptions.OfAsync(person.Id, cancellationToken))?.Rhythm is DigestRhythm.Weekly ? DigestRhythm.Weekly : DigestRhythm.Monthly;
        if (await book.TodayAsync(clock.GetUtcNow(), cancellationToken) is not { } today)
        {
            return null;
        }

        var digest = await book.WriteAsync(DigestSubscription.Latest(rhythm, today), access.Widest, rules, cancellationToken);
        return new ChatSection("Your digest", [.. DigestMessages.Brief(digest), new ChatBlock.Buttons([DigestButtons.Show(rhythm, access.Widest, "Read all of it")])]);
    }
}
