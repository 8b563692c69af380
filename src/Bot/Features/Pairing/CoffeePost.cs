using System.Collections.Immutable;
using RelateBot.Bot.Chat;
using RelateBot.Bot.Features.Focus;
using RelateBot.Domain.Pairing;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Pairing;

/// <summary>Puts what a round has to say into the outbox: into a chat of all of them where their platform opens one, else to each.</summary>
public sealed class CoffeePost(
    Outbound outbound, IAccounts accounts, IDirectory directory, Workspaces workspaces, IEnumerable<IChatPlatform> platforms, Openers openers, PairingTimes times, PairingRules rules)
{
    public const string Purpose = "coffee";

    public async Task TellAsync(PairingDetails details, PairingNews news, CancellationToken cancellationToken)
    {
        if (!news.Told.IsEmpty)
        {
            await TellOfMeetingAsync(details, news, cancellationToken);
        }

        if (news.Alone is not null)
        {
            await ToAsync(details, news.Alone, CoffeeRoundMessages.Alone(), news.UsefulUntil, cancellationToken);
        }

        foreach (var asked in news.Asked)
        {
            var others = details.Sitters.Select(sitter => sitter.Person).Where(person => person.Id != asked.Id);
            await ToAsync(details, asked, CoffeeRoundMessages.DidYouMeet(details.Group.Id, [.. others]), news.UsefulUntil, cancellationToken);
        }

        foreach (var paused in news.Paused)
        {
            await ToAsync(details, paused, CoffeeRoundMessages.PausedForSilence(), notAfter: null, cancellationToken);
        }
    }

    private async Task TellOfMeetingAsync(PairingDetails details, PairingNews news, CancellationToken cancellationToken)
    {
        var departments = await directory.DepartmentsAsync([.. news.Group.Select(person => person.DepartmentId).OfType<Guid>().Distinct()], cancellationToken);
        var meeting = new CoffeeMeeting
        {
            People = news.Group,
            Departments = departments.ToImmutableDictionary(department => department.Id),
            IsRepeat = details.Group.IsRepeat,
            Hours = times.Common(news.Group, details.Group.Round),
            TimeZone = rules.TimeZone,
            Opener = OpenerFor(details.Group.Id),
        };
        if (news.IsTogether && await SharedPlaceAsync(news.Group, cancellationToken) is var (place, them))
        {
            outbound.ToGroup(place, them, CoffeeRoundMessages.Together(meeting), Purpose, details.Group.Id, news.UsefulUntil);
            return;
        }

        foreach (var person in news.Told)
        {
            var workspace = await WorkspaceOfAsync(details, person, cancellationToken);
            var address = PlatformOf(workspace)?.ChatAddress(workspace, [.. news.Group.Where(other => other.Id != person.Id)]);
            await outbound.ToPeopleAsync(workspace, [person], CoffeeRoundMessages.ToOne(meeting, person, address), Purpose, details.Group.Id, news.UsefulUntil, cancellationToken);
        }
    }

    /// <summary>Where all of them have an account and a chat can be opened for them. Guests may not be in one with everybody.</summary>
    private async Task<(Workspace Place, ImmutableArray<string> Accounts)?> SharedPlaceAsync(ImmutableArray<Person> people, CancellationToken cancellationToken)
    {
        var identities = (await accounts.OfPeopleAsync([.. people.Select(person => person.Id)], cancellationToken)).Where(identity => identity.IsActive).OrderBy(identity => identity.Id);
        foreach (var here in identities.GroupBy(identity => identity.WorkspaceId))
        {
            ImmutableArray<string> them = [.. here.DistinctBy(identity => identity.PersonId).Select(identity => identity.ExternalId)];
            if (them.Length == people.Length && people.All(person => person.Kind is PersonKind.Colleague)
                && await workspaces.FindAsync(here.Key, cancellationToken) is { } place && PlatformOf(place) is { } platform
                && await platform.OpensGroupChatsAsync(place, cancellationToken))
            {
                return (place, them);
            }
        }

        return null;
    }

    private async Task ToAsync(PairingDetails details, Person person, ChatMessage message, DateTimeOffset? notAfter, CancellationToken cancellationToken) =>
        await outbound.ToPeopleAsync(await WorkspaceOfAsync(details, person, cancellationToken), [person], message, Purpose, details.Group.Id, notAfter, cancellationToken);

    private async Task<Workspace> WorkspaceOfAsync(PairingDetails details, Person person, CancellationToken cancellationToken)
    {
        var member = details.Sitters.First(sitter => sitter.Person.Id == person.Id).Member ?? throw new InvalidOperationException("Nobody is written to who does not take part.");
        return await workspaces.FindAsync(member.WorkspaceId, cancellationToken) ?? throw new InvalidOperationException("The workspace of somebody who takes part is gone.");
    }

    /// <summary>Of the easiest step; always the same one for a group.</summary>
    private string OpenerFor(Guid groupId)
    {
        var easy = openers.OfStep(1);
        return easy[(int)(BitConverter.ToUInt32(groupId.ToByteArray(), 12) % (uint)easy.Length)];
    }

    private IChatPlatform? PlatformOf(Workspace workspace) => platforms.FirstOrDefault(platform => platform.Name == workspace.Platform);
}
