using System.Collections.Immutable;
using RelateBot.Bot.Chat;
using RelateBot.Bot.Features.Thanks;
using RelateBot.Bot.Reading;
using RelateBot.Domain.Help;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Help;

/// <summary>The buttons of an ask's life.</summary>
public sealed class AskActions(
    AskCommand ask, AskBook book, AskLife life, AskNews news, IAccounts accounts, IDirectory directory, Drafts drafts, HelpRules rules, TimeProvider clock)
{
    /// <summary>A tap on one of them.</summary>
    public async Task<ChatReply> HandleAsync(ChatContext context, ChatInput.Action action, CancellationToken cancellationToken)
    {
        switch (action.Name)
        {
            case AskMessages.FormAction:
                return await ask.OpenFormAsync(context, "", cancellationToken);
            case AskMessages.ChooseAction:
                return await ChooseAsync(context, action.Value, cancellationToken);
        }

        if (!Guid.TryParse(action.Value, out var id) || await book.FindAsync(id, cancellationToken) is not { } details)
        {
            return new ChatReply.Answer(AskAnswers.Gone());
        }

        return action.Name switch
        {
            AskMessages.ViewAction => new ChatReply.Answer(AskMessages.PostedFor(details, context.Sender)),
            AskMessages.TakeAction => await TakeAsync(context, details, cancellationToken),
            AskMessages.SuggestAction => details.Ask.IsAlive ? new ChatReply.OpenForm(AskForm.ToSuggest(details)) : Unchanged(details, AskChange.Over),
            AskMessages.NotNowAction => await NotNowAsync(context, details, cancellationToken),
            AskMessages.HandBackAction => await HandBackAsync(context, details, cancellationToken),
            AskMessages.SolvedAction => await SolveAsync(context, details, cancellationToken),
            AskMessages.NotYetAction => await NotYetAsync(context, details, cancellationToken),
            AskMessages.WithdrawAction => await WithdrawAsync(context, details, cancellationToken),
            AskMessages.ThankAction => await ThankAsync(context, details, cancellationToken),
            AskMessages.AgainAction when details.Asker.Id == context.Sender.Id => await ask.OpenFormAsync(context, details.Ask.Text, cancellationToken),
            _ => new ChatReply.Answer(AskAnswers.Gone()),
        };
    }

    /// <summary>Somebody was named who could help.</summary>
    public async Task<ChatReply> HandleAsync(ChatContext context, ChatInput.Form form, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(form.State, out var id) || await book.FindAsync(id, cancellationToken) is not { } details)
        {
            return new ChatReply.Answer(AskAnswers.Gone());
        }

        if (!details.Ask.IsAlive)
        {
            return Unchanged(details, AskChange.Over);
        }

        var named = form.One(AskForm.PersonField) is { Length: > 0 } account ? await accounts.PersonAsync(context.Workspace, account, name: null, cancellationToken) : null;
        if (AskAnswers.CannotSuggest(details, named) is { } fault)
        {
            return Fault(fault);
        }

        return await news.TrySuggestAsync(context.Workspace, details, named!, context.Sender, cancellationToken)
            ? new ChatReply.Answer(AskAnswers.Suggested(named!))
            : Fault(AskAnswers.AskedAlready(named!));

        static ChatReply.FormErrors Fault(string sentence) => new(ImmutableDictionary<string, string>.Empty.Add(AskForm.PersonField, sentence));
    }

    private async Task<ChatReply> TakeAsync(ChatContext context, AskDetails details, CancellationToken cancellationToken)
    {
        var others = details.Helpers;
        if (life.Take(details, context.Sender) is not AskChange.Done and var change)
        {
            return Unchanged(details, change);
        }

        var taken = details with { Helpers = [.. others, context.Sender] };
        var local = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), rules.ZoneOf(details.Asker));
        await news.RefreshAsync(taken, cancellationToken);
        await news.ToAskerAsync(context.Workspace, taken, AskMessages.Taken(taken, context.Sender, local), cancellationToken);
        await news.ToHelperAsync(context.Workspace, taken, context.Sender, cancellationToken);
        return new ChatReply.Answer(AskAnswers.Taken(taken, others));
    }

    private async Task<ChatReply> NotNowAsync(ChatContext context, AskDetails details, CancellationToken cancellationToken)
    {
        var wasAsked = details.Person?.Id == context.Sender.Id;
        if (!wasAsked || !details.Ask.IsAlive)
        {
            return details.Ask.IsAlive ? new ChatReply.Answer(AskAnswers.NotNow(details, wasAsked: false)) : Unchanged(details, AskChange.Over);
        }

        if (!life.TryDecline(details, context.Sender))
        {
            return Unchanged(details, AskChange.Already);
        }

        await news.ToAskerAsync(context.Workspace, details, AskMessages.NotNow(details), cancellationToken);
        return new ChatReply.Answer(AskAnswers.NotNow(details, wasAsked));
    }

    private async Task<ChatReply> HandBackAsync(ChatContext context, AskDetails details, CancellationToken cancellationToken)
    {
        if (await life.HandBackAsync(details, context.Sender, cancellationToken) is not AskChange.Done and var change)
        {
            return Unchanged(details, change);
        }

        await news.ToAskerAsync(context.Workspace, details, AskMessages.HandedBack(details, context.Sender), cancellationToken);
        await news.ReleaseAsync(details, context.Sender, cancellationToken);
        await news.RefreshAsync(details with { Helpers = details.Helpers.RemoveAll(helper => helper.Id == context.Sender.Id) }, cancellationToken);
        return new ChatReply.Answer(AskAnswers.HandedBack(details));
    }

    private async Task<ChatReply> SolveAsync(ChatContext context, AskDetails details, CancellationToken cancellationToken)
    {
        if (await life.SolveAsync(details, context.Sender, cancellationToken) is not AskChange.Done and var change)
        {
            return Unchanged(details, change);
        }

        await news.RefreshAsync(details, cancellationToken);
        var isAsker = details.Asker.Id == context.Sender.Id;
        if (!isAsker)
        {
            await news.ToAskerAsync(context.Workspace, details, AskMessages.SolvedBy(details, context.Sender), cancellationToken);
        }

        return isAsker && details.Helpers.Length > 0
            ? await ThankAsync(context, details, cancellationToken)
            : new ChatReply.Answer(AskAnswers.Solved(details, isAsker));
    }

    private async Task<ChatReply> NotYetAsync(ChatContext context, AskDetails details, CancellationToken cancellationToken)
    {
        if (await life.NotYetAsync(details, context.Sender, cancellationToken) is not AskChange.Done and var change)
        {
            return Unchanged(details, change);
        }

        await news.RefreshAsync(details, cancellationToken);
        return new ChatReply.Answer(AskAnswers.NotYet());
    }

    private async Task<ChatReply> WithdrawAsync(ChatContext context, AskDetails details, CancellationToken cancellationToken)
    {
        if (life.Withdraw(details, context.Sender) is not AskChange.Done and var change)
        {
            return Unchanged(details, change);
        }

        await news.RefreshAsync(details, cancellationToken);
        return new ChatReply.Answer(AskAnswers.Withdrawn());
    }

    private async Task<ChatReply> ThankAsync(ChatContext context, AskDetails details, CancellationToken cancellationToken)
    {
        if (details.Asker.Id != context.Sender.Id)
        {
            return Unchanged(details, AskChange.NotYours);
        }

        var here = (await accounts.ReachAsync(context.Workspace, [.. details.Helpers.Select(helper => helper.Id)], cancellationToken))
            .Where(identity => identity.WorkspaceId == context.Workspace.Id).Select(identity => identity.ExternalId);
        return new ChatReply.OpenForm(ThanksForm.ForHelp(details, [.. here], await directory.AllDepartmentsAsync(cancellationToken)));
    }

    private async Task<ChatReply> ChooseAsync(ChatContext context, string value, CancellationToken cancellationToken) =>
        await drafts.ChooseAsync(value, context.Sender, cancellationToken) is { } clearer
            ? await ask.HandleAsync(context, clearer, cancellationToken)
            : new ChatReply.Answer(ThanksMessages.Outdated());

    private static ChatReply.Answer Unchanged(AskDetails details, AskChange change) => new(AskAnswers.Unchanged(details, change));
}
