using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace RelateBot.TestSupport.Slack;

/// <summary>One HTTP exchange: its planned fault, its response and its journal entry.</summary>
internal sealed class SlackExchange(HttpContext context, SlackStandIn standIn, string method, string? teamId, JsonElement arguments)
{
    private readonly SlackFault? fault = standIn.Faults.Take(method, arguments);

    /// <summary>False when the call ends here.</summary>
    public async Task<bool> MeetFaultBeforeAsync()
    {
        switch (fault)
        {
            case SlackFault.Http http:
                await RefuseAsync(
                    http.StatusCode,
                    http.RetryAfter,
                    http.StatusCode is StatusCodes.Status429TooManyRequests ? "ratelimited" : null);
                return false;
            case SlackFault.Refused refused:
                await WriteAsync(
                    StatusCodes.Status200OK,
                    JsonSerializer.SerializeToUtf8Bytes(SlackAnswers.Error(refused.Code)),
                    refused.Code);
                return false;
            case SlackFault.Cut { Worked: false }:
                Record(0, [], error: null);
                context.Abort();
                return false;
            case SlackFault.Delayed delayed:
                await Task.Delay(delayed.Time, standIn.Options.Time, context.RequestAborted);
                return true;
            default:
                return true;
        }
    }

    public async Task AnswerAsync(byte[] answer, string? error, int statusCode = StatusCodes.Status200OK)
    {
        if (fault is SlackFault.Cut)
        {
            Record(0, answer, error);
            context.Abort();
            return;
        }

        if (fault is SlackFault.HeldAnswer held) await held.Gate.WaitAsync(context.RequestAborted);
        await WriteAsync(statusCode, answer, error);
    }

    public Task RefuseAsync(int statusCode, string? retryAfter, string? error)
    {
        if (retryAfter is not null) context.Response.Headers.RetryAfter = retryAfter;
        return WriteAsync(statusCode, error is null ? [] : JsonSerializer.SerializeToUtf8Bytes(SlackAnswers.Error(error)), error);
    }

    private async Task WriteAsync(int statusCode, byte[] answer, string? error)
    {
        Record(statusCode, answer, error);
        context.Response.StatusCode = statusCode;
        if (answer.Length is 0) return;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = answer.Length;
        await context.Response.Body.WriteAsync(answer, context.RequestAborted);
    }

    private void Record(int statusCode, byte[] answer, string? error) => standIn.Journal.Add(new SlackCall
    {
        Method = method,
        TeamId = teamId,
        Arguments = arguments,
        At = standIn.Options.Time.GetUtcNow(),
        StatusCode = statusCode,
        AnswerBytes = answer,
        Error = error,
        Fault = fault,
    });
}
