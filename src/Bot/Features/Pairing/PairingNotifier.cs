using System.Collections.Immutable;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Outbox;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Features.Focus;
using RelateBot.Domain.Pairing;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Pairing;

/// <summary>Sends the messages of a round: into one group chat where the platform can open it, otherwise to each person.</summary>
public sealed class PairingNotifier(
    OutboxWriter outboxWriter,
    IAccountStore accounts,
    IPeopleDirectory directory,
    WorkspaceRegistry workspaces,
    IEnumerable<IChatPlatform> platforms,
    ConversationOpeners openers,
    SharedWorkingHours sharedHours,
    PairingRules rules)
{
    public const string Purpose = "coffee";

    public async Task NotifyAsync(PairingDetails details, PairingNotices notices, CancellationToken cancellationToken)
    {
        if (!notices.Told.IsEmpty)
        {
            await TellOfMeetingAsync(details, notices, cancellationToken);
        }

        if (notices.Alone is not null)
        {
            await ToAsync(details, notices.Alone, CoffeeRoundMessages.Alone(), notices.UsefulUntil, cancellationToken);
        }

        foreach (var asked in notices.Asked)
        {
            var others = details.Attendees.Select(sitter => sitter.Person).Where(person => person.Id != asked.Id);
            await ToAsync(
                details,
                asked,
                CoffeeRoundMessages.DidYouMeet(details.Group.Id, [.. others]),
                notices.UsefulUntil,
                cancellationToken);
        }

        foreach (var paused in notices.Paused)
        {
            await ToAsync(details, paused, CoffeeRoundMessages.PausedForSilence(), notAfter: null, cancellationToken);
        }
    }

    private async Task TellOfMeetingAsync(PairingDetails details, PairingNotices notices, CancellationToken cancellationToken)
    {
        var departments = await directory.GetDepartmentsAsync(
            [.. notices.Group.Select(person => person.DepartmentId).OfType<Guid>().Distinct()],
            cancellationToken);
        var meeting = new CoffeeMeeting
        {
            People = notices.Group,
            Departments = departments.ToImmutableDictionary(department => department.Id),
            IsRepeat = details.Group.IsRepeat,
            Hours = sharedHours.FindCommonHours(notices.Group, details.Group.Round),
            TimeZone = rules.TimeZone,
            Opener = OpenerFor(details.Group.Id),
        };
        if (notices.IsTogether && await SharedPlaceAsync(notices.Group, cancellationToken) is var (place, them))
        {
            outboxWriter.ToGroup(place, them, CoffeeRoundMessages.Together(meeting), Purpose, details.Group.Id, notices.UsefulUntil);
            return;
        }

        foreach (var person in notices.Told)
        {
            var workspace = await WorkspaceOfAsync(details, person, cancellationToken);
            var address = PlatformOf(workspace)?.ChatAddress(workspace, [.. notices.Group.Where(other => other.Id != person.Id)]);
            await outboxWriter.ToPeopleAsync(
                workspace,
                [person],
                CoffeeRoundMessages.ToOne(meeting, person, address),
                Purpose,
                details.Group.Id,
                notices.UsefulUntil,
                cancellationToken);
        }
    }

    /// <summary>
    /// Finds a workspace in which all of them have an account and a group chat can be opened. Null when there is none, or when one of them
    /// is a guest, who may not be allowed in it.
    /// </summary>
    private async Task<(Workspace Place, ImmutableArray<string> Accounts)?> SharedPlaceAsync(
        ImmutableArray<Person> people,
        CancellationToken cancellationToken)
    {
        var identities = (await accounts.GetAccountsAsync([.. people.Select(person => person.Id)], cancellationToken))
            .Where(identity => identity.IsActive)
            .OrderBy(identity => identity.Id);
        foreach (var here in identities.GroupBy(identity => identity.WorkspaceId))
        {
            ImmutableArray<string> them = [.. here.DistinctBy(identity => identity.PersonId).Select(identity => identity.ExternalId)];
            if (them.Length == people.Length && people.All(person => person.Kind is PersonKind.Colleague)
                && await workspaces.FindAsync(here.Key, cancellationToken) is { } place && PlatformOf(place) is { } platform
                && await platform.CanOpenGroupChatsAsync(place, cancellationToken))
            {
                return (place, them);
            }
        }

        return null;
    }

    private async Task ToAsync(
        PairingDetails details,
        Person person,
        ChatMessage message,
        DateTimeOffset? notAfter,
        CancellationToken cancellationToken) =>
        await outboxWriter.ToPeopleAsync(
            await WorkspaceOfAsync(details, person, cancellationToken),
            [person],
            message,
            Purpose,
            details.Group.Id,
            notAfter,
            cancellationToken);

    private async Task<Workspace> WorkspaceOfAsync(PairingDetails details, Person person, CancellationToken cancellationToken)
    {
        var member = details.Attendees.First(sitter => sitter.Person.Id == person.Id).Member
            ?? throw new InvalidOperationException("Only people who participate get messages about pairing.");
        return await workspaces.FindAsync(member.WorkspaceId, cancellationToken)
            ?? throw new InvalidOperationException("A participant's workspace no longer exists.");
    }

    /// <summary>Returns an opener of the first step. It's always the same one for a group.</summary>
    private string OpenerFor(Guid groupId)
    {
        var easy = openers.OfStep(1);
        return easy[(int)(BitConverter.ToUInt32(groupId.ToByteArray(), 12) % (uint)easy.Length)];
    }

    private IChatPlatform? PlatformOf(Workspace workspace) => platforms.FirstOrDefault(platform => platform.Name == workspace.Platform);
}
