//! Creating something once: what the server's lists say where no answer came.

use std::{future::Future, time::Duration};

use conversation_http::{CallOutcome, Error as CallError, OutcomeUnknown, RequestPolicy};

use crate::{
    Client, CreateCall, Error, PreparedCall,
    prepared::{Candidate, Candidates, sealed::Created as _},
};

/// The longest wait between two looks at a list.
const LONGEST_WAIT: Duration = Duration::from_secs(1);

/// When a client reads the server's lists to find out what became of a call that creates something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Reconcile {
    /// After a call without an answer: a new object is known by its time, which is not older than the request by the server's
    /// `Date`. A call that is answered is one request.
    #[default]
    InDoubt,
    /// Before each call and after a call without an answer: a new object is one that was not there before. For servers that
    /// send no `Date`, or whose clocks are not in step. It costs a request for each 100 messages of the interaction.
    ReadBefore,
    /// Never: a call without an answer fails, and may have been carried out.
    Never,
}

impl Client {
    /// A call as a value to store before it is made, which notes the equal objects that this client created just before.
    pub(crate) fn prepare<P: CreateCall>(&self, params: P) -> PreparedCall<P> {
        let mut call = PreparedCall::new(params, self.clock());
        call.known.extend(self.recent().equal(call.digest()));
        call
    }

    /// Carries out a prepared call once.
    ///
    /// A value that was stored, or whose outcome was unknown, is looked for first. If it is not there, the call is made once
    /// the server cannot be at it any more: after the policy's `max_execution_time`, counted from when the value was read, or
    /// from when its last attempt ended.
    ///
    /// # Errors
    ///
    /// Those of the operation. `OutcomeUnknown` when an attempt got no answer and the server's lists cannot tell: carry it out
    /// again, later or in another process, and it is looked for first.
    pub async fn carry_out<P: CreateCall>(&self, call: &mut PreparedCall<P>) -> Result<P::Output, Error> {
        let client = &self.started();
        match client.reconciles() {
            // What an earlier attempt did is not looked for.
            Reconcile::Never if call.attempted.is_possible() => {
                return Err(unknown(P::OPERATION, Vec::new(), None, None));
            }
            Reconcile::Never => return client.send(call).await,
            Reconcile::ReadBefore if !call.attempted.is_possible() => {
                let (any_time, none) = (|| None, |_: &str| false);
                let mut before = Candidates::new(&any_time, &none);
                call.params().list(client, &mut before).await?;
                call.known.extend(before.found.into_iter().map(|candidate| candidate.id));
                call.was_read = true;
            }
            _ => {}
        }
        if call.attempted.is_possible()
            && let Some(output) = client.find_earlier(call).await?
        {
            return Ok(output);
        }
        let mut number = 1;
        loop {
            let cause = match client.send(call).await {
                Err(error) if error.may_have_happened() => error,
                answered => return answered,
            };
            // After an answer the server is done with it. Otherwise it may still be at it: look again a little later.
            let policy = client.policy();
            let looks = if cause.was_answered() { 1 } else { policy.attempts() };
            let mut verdict = Verdict::Absent;
            for look in 1..=looks {
                verdict = match client.look(call).await {
                    Ok(verdict) => verdict,
                    Err(error) => return Err(unknown(P::OPERATION, Vec::new(), Some(cause), Some(error))),
                };
                if !matches!(verdict, Verdict::Absent) {
                    break;
                }
                if let Some(wait) = policy.wait(look, None) {
                    tokio::time::sleep(wait).await;
                }
            }
            let candidates = match verdict {
                Verdict::Found(id, listed) => return client.found(call, id, listed, Some(cause)).await,
                Verdict::Ambiguous(candidates) => candidates,
                // The server has taken longer than it may: how much longer it takes is unknown.
                Verdict::Absent if matches!(cause, CallError::Timeout(_)) => Vec::new(),
                Verdict::Absent => match policy.wait(number, None) {
                    Some(wait) => {
                        tokio::time::sleep(wait).await;
                        number += 1;
                        continue;
                    }
                    None => return Err(cause),
                },
            };
            return Err(unknown(P::OPERATION, candidates, Some(cause), None));
        }
    }

    /// What became of a prepared call, from the server's lists alone: nothing is created.
    ///
    /// # Errors
    ///
    /// When the lists cannot be read.
    pub async fn look_up<P: CreateCall>(&self, call: &PreparedCall<P>) -> Result<CallOutcome<P::Output>, Error> {
        if !call.attempted.is_possible() {
            return Ok(CallOutcome::NotDone);
        }
        let client = &self.started();
        let at_it = call.attempted.may_be_at_it(client.policy().max_execution_time());
        Ok(match client.look(call).await? {
            Verdict::Found(_, listed) => CallOutcome::Done(P::complete(listed, client).await?),
            Verdict::Absent if at_it.is_none() => CallOutcome::NotDone,
            Verdict::Absent => CallOutcome::unknown(Vec::new(), at_it),
            Verdict::Ambiguous(candidates) => CallOutcome::unknown(candidates, at_it),
        })
    }

    /// One request, which is noted as attempted until an answer says otherwise, also if this future is dropped.
    async fn send<P: CreateCall>(&self, call: &mut PreparedCall<P>) -> Result<P::Output, Error> {
        call.attempt();
        let sent = call.params().send(self).await;
        match &sent {
            Ok(output) => {
                let id = output.id().to_owned();
                self.recent().claim(id.clone(), call.digest());
                call.result = Some(id);
            }
            Err(error) if !error.may_have_happened() => call.attempted.not_carried_out(),
            Err(_) => call.attempt(),
        }
        sent
    }

    /// The result of a call, which was found in a list.
    async fn found<P: CreateCall>(
        &self,
        call: &mut PreparedCall<P>,
        id: String,
        listed: P::Output,
        cause: Option<Error>,
    ) -> Result<P::Output, Error> {
        if !self.recent().claim(id.clone(), call.digest()) && call.result.as_ref() != Some(&id) {
            // Meanwhile it was found for another call with the same parameters.
            return Err(unknown(P::OPERATION, vec![id], cause, None));
        }
        call.result = Some(id.clone());
        match P::complete(listed, self).await {
            Ok(output) => Ok(output),
            // It is there, and only the rest of the answer is out of reach.
            Err(error) => Err(unknown(P::OPERATION, vec![id], cause, Some(error))),
        }
    }

    /// The result of a call that was attempted before; `None` once it is certain that there is none and will be none.
    async fn find_earlier<P: CreateCall>(&self, call: &mut PreparedCall<P>) -> Result<Option<P::Output>, Error> {
        let policy = self.policy();
        let mut tries = 0;
        loop {
            let at_it = call.attempted.may_be_at_it(policy.max_execution_time());
            let (again, failed) = match self.look(call).await {
                Ok(Verdict::Found(id, listed)) => return self.found(call, id, listed, None).await.map(Some),
                Ok(Verdict::Ambiguous(candidates)) => return Err(unknown(P::OPERATION, candidates, None, None)),
                Ok(Verdict::Absent) if at_it.is_none() => return Ok(None),
                Ok(Verdict::Absent) => (at_it, None),
                Err(error) if error.is_retryable() => {
                    tries += 1;
                    (at_it.or_else(|| policy.wait(tries, None)), Some(error))
                }
                Err(error) => return Err(unknown(P::OPERATION, Vec::new(), None, Some(error))),
            };
            match again.map(|again| again.min(LONGEST_WAIT)) {
                Some(again) if policy.time_left().is_none_or(|left| again < left) => tokio::time::sleep(again).await,
                _ => return Err(unknown(P::OPERATION, Vec::new(), None, failed)),
            }
        }
    }

    /// What the server's lists say of a call now.
    async fn look<P: CreateCall>(&self, call: &PreparedCall<P>) -> Result<Verdict<P::Output>, Error> {
        let is_own = |id: &str| call.result.as_deref() == Some(id);
        let is_known = |id: &str| call.known.contains(id) || (self.recent().contains(id) && !is_own(id));
        // What was read before tells apart what is older; otherwise its time does.
        let not_before = || if call.was_read { None } else { call.not_before(self.clock()) };
        let mut candidates = Candidates::new(&not_before, &is_known);
        call.params().list(self, &mut candidates).await?;
        let mut found = candidates.found;
        if found.iter().any(|candidate| candidate.fits.is_some()) {
            found.retain(|candidate| candidate.fits.is_some());
        }
        let is_certain = call.was_read || not_before().is_some();
        if let [Candidate { fits: Some(_), .. }] = found.as_slice()
            && is_certain
            && let Some(Candidate { id, fits: Some(listed) }) = found.pop()
        {
            return Ok(Verdict::Found(id, listed));
        }
        let ids: Vec<_> = found.into_iter().map(|candidate| candidate.id).collect();
        Ok(if ids.is_empty() { Verdict::Absent } else { Verdict::Ambiguous(ids) })
    }
}

/// What the server's lists say of a call.
enum Verdict<T> {
    /// This is its result.
    Found(String, T),
    /// Its result is not there.
    Absent,
    /// One of these may be its result.
    Ambiguous(Vec<String>),
}

fn unknown(operation: &'static str, candidates: Vec<String>, cause: Option<Error>, list: Option<Error>) -> Error {
    let mut unknown = OutcomeUnknown::new(operation, cause);
    (unknown.candidates, unknown.list) = (candidates, list);
    CallError::OutcomeUnknown(Box::new(unknown))
}

/// Deletes something with `send`, which makes no attempt again that may have been carried out, and sees with `get`
/// whether it is gone where no answer came. Nothing, when it is and the answer was lost.
///
/// # Errors
///
/// Those of `send`; those of `get` where it cannot be seen.
pub(crate) async fn delete<T, S, G>(
    policy: &RequestPolicy,
    send: impl Fn() -> S,
    get: impl Fn() -> G,
) -> Result<Option<T>, Error>
where
    S: Future<Output = Result<T, Error>>,
    G: Future<Output = Result<T, Error>>,
{
    let mut number = 1;
    loop {
        let cause = match send().await {
            Ok(deleted) => return Ok(Some(deleted)),
            // An earlier attempt did it after all.
            Err(CallError::Api(failure)) if failure.status == 404 && number > 1 => return Ok(None),
            Err(error) if !error.may_have_happened() => return Err(error),
            Err(error) => error,
        };
        match get().await {
            Err(CallError::Api(failure)) if failure.status == 404 => return Ok(None),
            Err(error) => return Err(error),
            Ok(_) => {}
        }
        let Some(wait) = policy.wait(number, None) else { return Err(cause) };
        tokio::time::sleep(wait).await;
        number += 1;
    }
}
