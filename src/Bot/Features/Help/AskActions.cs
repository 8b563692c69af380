using System.Collections.Immutable;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Features.Thanks;
using RelateBot.Bot.Reading;
using RelateBot.Domain.Help;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Help;

/// <summary>Handles the buttons of an ask.</summary>
public sealed class AskActions(
    AskCommand ask,
    AskReader reader,
    AskLifecycle lifecycle,
    AskNotifier notifier,
    IAccountStore accounts,
    IPeopleDirectory directory,
    Drafts drafts,
    HelpRules rules,
    TimeProvider clock)
{
    /// <summary>Handles a tap.</summary>
    public async Task<ChatReply> HandleAsync(ChatContext context, ChatInput.Action action, CancellationToken cancellationToken)
    {
        switch (action.Name)
        {
            case AskMessages.FormAction:
                return await ask.OpenFormAsync(context, "", cancellationToken);
            case AskMessages.ChooseAction:
                return await ChooseAsync(context, action.Value, cancellationToken);
        }

        if (!Guid.TryParse(action.Value, out var id) || await reader.FindAsync(id, cancellationToken) is not { } details)
        {
            return new ChatReply.Answer(AskReplies.Gone());
        }

        return action.Name switch
        {
            AskMessages.ViewAction => new ChatReply.Answer(AskMessages.PostedFor(details, context.Sender)),
            AskMessages.TakeAction => await TakeAsync(context, details, cancellationToken),
            AskMessages.SuggestAction =>
                details.Ask.IsActive ? new ChatReply.OpenForm(AskForm.ToSuggest(details)) : Unchanged(details, AskActionResult.AskClosed),
            AskMessages.NotNowAction => await NotNowAsync(context, details, cancellationToken),
            AskMessages.HandBackAction => await HandBackAsync(context, details, cancellationToken),
            AskMessages.SolvedAction => await SolveAsync(context, details, cancellationToken),
            AskMessages.NotYetAction => await NotYetAsync(context, details, cancellationToken),
            AskMessages.WithdrawAction => await WithdrawAsync(context, details, cancellationToken),
            AskMessages.ThankAction => await ThankAsync(context, details, cancellationToken),
            AskMessages.AgainAction when details.Asker.Id == context.Sender.Id =>
                await ask.OpenFormAsync(context, details.Ask.Text, cancellationToken),
            _ => new ChatReply.Answer(AskReplies.Gone()),
        };
    }

    /// <summary>Handles the form that suggests a person who could help.</summary>
    public async Task<ChatReply> HandleAsync(ChatContext context, ChatInput.Form form, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(form.State, out var id) || await reader.FindAsync(id, cancellationToken) is not { } details)
        {
            return new ChatReply.Answer(AskReplies.Gone());
        }

        if (!details.Ask.IsActive)
        {
            return Unchanged(details, AskActionResult.AskClosed);
        }

        var named = form.One(AskForm.PersonField) is { Length: > 0 } account
            ? await accounts.GetOrAddPersonAsync(context.Workspace, account, name: null, cancellationToken)
            : null;
        if (AskReplies.CannotSuggest(details, named) is { } fault)
        {
            return Fault(fault);
        }

        return await notifier.TrySuggestAsync(context.Workspace, details, named!, context.Sender, cancellationToken)
            ? new ChatReply.Answer(AskReplies.Suggested(named!))
            : Fault(AskReplies.AskedAlready(named!));

        static ChatReply.FormErrors Fault(string sentence) =>
            new(ImmutableDictionary<string, string>.Empty.Add(AskForm.PersonField, sentence));
    }

    private async Task<ChatReply> TakeAsync(ChatContext context, AskDetails details, CancellationToken cancellationToken)
    {
        var others = details.Helpers;
        if (lifecycle.Take(details, context.Sender) is not AskActionResult.Done and var change)
        {
            return Unchanged(details, change);
        }

        var taken = details with { Helpers = [.. others, context.Sender] };
        var local = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), rules.ZoneOf(details.Asker));
        await notifier.UpdatePostedMessagesAsync(taken, cancellationToken);
        await notifier.NotifyAskerAsync(context.Workspace, taken, AskMessages.Taken(taken, context.Sender, local), cancellationToken);
        await notifier.NotifyHelperAsync(context.Workspace, taken, context.Sender, cancellationToken);
        return new ChatReply.Answer(AskReplies.Taken(taken, others));
    }

    private async Task<ChatReply> NotNowAsync(ChatContext context, AskDetails details, CancellationToken cancellationToken)
    {
        var wasAsked = details.Person?.Id == context.Sender.Id;
        if (!wasAsked || !details.Ask.IsActive)
        {
            return details.Ask.IsActive
                ? new ChatReply.Answer(AskReplies.NotNow(details, wasAsked: false))
                : Unchanged(details, AskActionResult.AskClosed);
        }

        if (!lifecycle.TryDecline(details, context.Sender))
        {
            return Unchanged(details, AskActionResult.NoChange);
        }

        await notifier.NotifyAskerAsync(context.Workspace, details, AskMessages.NotNow(details), cancellationToken);
        return new ChatReply.Answer(AskReplies.NotNow(details, wasAsked));
    }

    private async Task<ChatReply> HandBackAsync(ChatContext context, AskDetails details, CancellationToken cancellationToken)
    {
        if (await lifecycle.HandBackAsync(details, context.Sender, cancellationToken) is not AskActionResult.Done and var change)
        {
            return Unchanged(details, change);
        }

        await notifier.NotifyAskerAsync(context.Workspace, details, AskMessages.HandedBack(details, context.Sender), cancellationToken);
        await notifier.CloseHelperMessageAsync(details, context.Sender, cancellationToken);
        await notifier.UpdatePostedMessagesAsync(
            details with { Helpers = details.Helpers.RemoveAll(helper => helper.Id == context.Sender.Id) },
            cancellationToken);
        return new ChatReply.Answer(AskReplies.HandedBack(details));
    }

    private async Task<ChatReply> SolveAsync(ChatContext context, AskDetails details, CancellationToken cancellationToken)
    {
        if (await lifecycle.SolveAsync(details, context.Sender, cancellationToken) is not AskActionResult.Done and var change)
        {
            return Unchanged(details, change);
        }

        await notifier.UpdatePostedMessagesAsync(details, cancellationToken);
        var isAsker = details.Asker.Id == context.Sender.Id;
        if (!isAsker)
        {
            await notifier.NotifyAskerAsync(context.Workspace, details, AskMessages.SolvedBy(details, context.Sender), cancellationToken);
        }

        return isAsker && details.Helpers.Length > 0
            ? await ThankAsync(context, details, cancellationToken)
            : new ChatReply.Answer(AskReplies.Solved(details, isAsker));
    }

    private async Task<ChatReply> NotYetAsync(ChatContext context, AskDetails details, CancellationToken cancellationToken)
    {
        if (await lifecycle.MarkNotSolvedAsync(details, context.Sender, cancellationToken) is not AskActionResult.Done and var change)
        {
            return Unchanged(details, change);
        }

        await notifier.UpdatePostedMessagesAsync(details, cancellationToken);
        return new ChatReply.Answer(AskReplies.NotYet());
    }

    private async Task<ChatReply> WithdrawAsync(ChatContext context, AskDetails details, CancellationToken cancellationToken)
    {
        if (lifecycle.Withdraw(details, context.Sender) is not AskActionResult.Done and var change)
        {
            return Unchanged(details, change);
        }

        await notifier.UpdatePostedMessagesAsync(details, cancellationToken);
        return new ChatReply.Answer(AskReplies.Withdrawn());
    }

    private async Task<ChatReply> ThankAsync(ChatContext context, AskDetails details, CancellationToken cancellationToken)
    {
        if (details.Asker.Id != context.Sender.Id)
        {
            return Unchanged(details, AskActionResult.NotYours);
        }

        var here = (await accounts.GetReachableAccountsAsync(
            context.Workspace,
            [.. details.Helpers.Select(helper => helper.Id)],
            cancellationToken))
            .Where(identity => identity.WorkspaceId == context.Workspace.Id).Select(identity => identity.ExternalId);
        return new ChatReply.OpenForm(ThanksForm.ForHelp(details, [.. here], await directory.AllDepartmentsAsync(cancellationToken)));
    }

    private async Task<ChatReply> ChooseAsync(ChatContext context, string value, CancellationToken cancellationToken) =>
        await drafts.ChooseAsync(value, context.Sender, cancellationToken) is { } clearer
            ? await ask.HandleAsync(context, clearer, cancellationToken)
            : new ChatReply.Answer(ThanksMessages.Outdated());

    private static ChatReply.Answer Unchanged(AskDetails details, AskActionResult change) => new(AskReplies.Unchanged(details, change));
}
