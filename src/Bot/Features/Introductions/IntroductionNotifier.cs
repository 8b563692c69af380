using RelateBot.Bot.Chat.Outbox;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Domain.Help;
using RelateBot.Domain.Introductions;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Deliveries;

namespace RelateBot.Bot.Features.Introductions;

/// <summary>Notifies the people in an introduction of its progress.</summary>
public sealed class IntroductionNotifier(
    OutboxWriter outboxWriter,
    OutboxStore outbox,
    IAccountStore accounts,
    IPeopleDirectory directory,
    IOfferStore offers,
    IEnumerable<IChatPlatform> platforms)
{
    public const string Question = "intro.question";
    public const string Outcome = "intro.outcome";

    private const int MostTopics = 5;

    /// <summary>Sends the next question, or the outcome.</summary>
    public async Task NotifyAsync(Workspace workspace, IntroductionDetails details, CancellationToken cancellationToken)
    {
        if (details.Lapsed is { } lapsed)
        {
            await TakeQuestionAwayAsync(lapsed, details, cancellationToken);
        }

        await (details.Introduction.State switch
        {
            IntroductionState.Asking => AskAsync(workspace, details, cancellationToken),
            IntroductionState.Made => BringTogetherAsync(workspace, details, cancellationToken),
            _ => EndAsync(workspace, details, cancellationToken),
        });
    }

    private async Task TakeQuestionAwayAsync(Person lapsed, IntroductionDetails details, CancellationToken cancellationToken)
    {
        foreach (var question in (await outbox.PostsOfActAsync(details.Introduction.Id, cancellationToken)).Where(post =>
            post.Purpose == Question && post.PersonId == lapsed.Id))
        {
            outboxWriter.Replace(question, IntroductionMessages.Lapsed(details));
        }
    }

    private Task AskAsync(Workspace workspace, IntroductionDetails details, CancellationToken cancellationToken)
    {
        var question = details.Awaited == details.Target
            ? IntroductionMessages.WouldYouMeet(details)
            : IntroductionMessages.WouldYouIntroduce(details);
        return outboxWriter.ToPeopleAsync(
            workspace,
            [details.Awaited!],
            question,
            Question,
            details.Introduction.Id,
            details.Introduction.ExpiresAt,
            cancellationToken);
    }

    /// <summary>
    /// Introduces them: in one chat if the platform can open one and all of them have accounts there, otherwise by direct messages.
    /// </summary>
    private async Task BringTogetherAsync(Workspace workspace, IntroductionDetails details, CancellationToken cancellationToken)
    {
        var platform = platforms.First(platform => platform.Name == workspace.Platform);
        var here = await accounts.GetWorkspaceAccountsAsync(
            workspace,
            [.. details.Everybody.Select(person => person.Id)],
            cancellationToken);
        var asker = await DescribeAsync(details.Asker, cancellationToken);
        var target = await DescribeAsync(details.Target, cancellationToken);
        if (details.Everybody.All(person => here.ContainsKey(person.Id))
            && await platform.CanOpenGroupChatsAsync(workspace, cancellationToken))
        {
            var together = IntroductionMessages.Meet(details, asker, target, address: null);
            outboxWriter.ToGroup(
                workspace,
                [.. details.Everybody.Select(person => here[person.Id])],
                together,
                Outcome,
                details.Introduction.Id);
            return;
        }

        var each = IntroductionMessages.Meet(details, asker, target, platform.ChatAddress(workspace, details.Everybody));
        await outboxWriter.ToPeopleAsync(workspace, details.Everybody, each, Outcome, details.Introduction.Id, cancellationToken);
    }

    /// <summary>Ends the introduction. The message is the same whether someone declined or didn't answer.</summary>
    private async Task EndAsync(Workspace workspace, IntroductionDetails details, CancellationToken cancellationToken)
    {
        var id = details.Introduction.Id;
        await outboxWriter.ToPeopleAsync(
            workspace,
            [details.Asker],
            IntroductionMessages.NotThisTime(details),
            Outcome,
            id,
            cancellationToken);
        await outboxWriter.ToPeopleAsync(
            workspace,
            [.. details.Willing],
            IntroductionMessages.NotThisTimeFor(details),
            Outcome,
            id,
            cancellationToken);
    }

    private async Task<IntroductionProfile> DescribeAsync(Person person, CancellationToken cancellationToken)
    {
        var departments = person.DepartmentId is { } id ? await directory.GetDepartmentsAsync([id], cancellationToken) : [];
        var topics = (await offers.GetByOwnerAsync(person.Id, cancellationToken)).Select(offer => offer.Topic).Take(MostTopics);
        return new IntroductionProfile(person, departments is [var department] ? department : null, [.. topics]);
    }
}
