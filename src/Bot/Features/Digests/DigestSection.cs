using RelateBot.Bot.Chat;
using RelateBot.Bot.Features.Home;
using RelateBot.Domain.Digests;
using RelateBot.Domain.People;
using RelateBot.Domain.Relationships;

namespace RelateBot.Bot.Features.Digests;

/// <summary>
/// For whoever leads a department or manages in one: the latest digest of it, in short. Whether somebody is an administrator is a question to the
/// platform, too slow for each look at a page; they have the command.
/// </summary>
public sealed class DigestSection(DigestRights rights, DigestBook book, DigestRules rules, IDigestSource source, IDigestSubscriptions subscriptions, TimeProvider clock) : IHomeSection
{
    public string Name => "digest";

    public async Task<ChatSection?> DrawAsync(Person person, HomePages pages, CancellationToken cancellationToken)
    {
        if (await rights.DepartmentsOfAsync(person, cancellationToken) is not [var department, ..])
        {
            return null;
        }

        var rhythm = (await subscriptions.OfAsync(person.Id, cancellationToken))?.Rhythm is DigestRhythm.Weekly ? DigestRhythm.Weekly : DigestRhythm.Monthly;
        var zone = (await source.OrganisationAsync(cancellationToken)).Zone();
        var today = LocalDay.Of(clock.GetUtcNow(), zone);
        if (await source.IsCountingAsync(LocalDay.Start(today, zone), cancellationToken))
        {
            return null;
        }

        var digest = await book.WriteAsync(DigestSubscription.Latest(rhythm, today), department, rules, cancellationToken);
        return new ChatSection("Your digest", [.. DigestMessages.Brief(digest), new ChatBlock.Buttons([DigestButtons.Show(rhythm, department, "Read all of it")])]);
    }
}
